import type { Clause } from '../../policy/agreement.ts';
import { contract, type Coordinate, type Treatment } from '../../schema/contract.ts';

/** What a clause does to a field that it names, in words. */
export const FIELD_EFFECTS = {
  OPENS: 'It is shown.',
  FINDS: 'Records and cases are found by it. What is told of them, the clause’s disclosure says.',
  CLOSES: 'It is withheld, whatever other clauses share.',
} as const;

/** A field that a clause names, or a category that it names stands for. */
export interface NamedField {
  readonly coordinate: Coordinate;
  readonly category: string;
  readonly effect: keyof typeof FIELD_EFFECTS;
  /** Null unless it is shown. */
  readonly treatment: Treatment | null;
}

/** The category of fields that an agency adds to the contract. */
export const OWN = 'OWN';

/** Every field that a clause opens, finds by or closes, in the contract's order; agencies' own come last. */
export function fieldsOf({ share, withhold }: Clause): readonly NamedField[] {
  if (share) {
    const effect = (share.disclosure ?? 'FULL') === 'FULL' ? 'OPENS' : 'FINDS';
    return named(share).map((coordinate) => {
      const treatment = effect === 'OPENS' ? (share.treatments?.[coordinate] ?? 'full') : null;
      return { coordinate, category: categoryOf(coordinate), effect, treatment };
    });
  }
  if (!withhold) return [];
  const whole = !withhold.categories && !withhold.coordinates;
  return (whole ? wholeObjects() : named(withhold)).map((coordinate) => {
    return { coordinate, category: categoryOf(coordinate), effect: 'CLOSES', treatment: null };
  });
}

interface Naming {
  readonly categories?: readonly string[];
  readonly coordinates?: readonly Coordinate[];
}

function named({ categories = [], coordinates = [] }: Naming): readonly Coordinate[] {
  const all = new Set([...categories.flatMap((name) => contract.categories.get(name) ?? []), ...coordinates]);
  const ordered = [...contract.governed.keys()].filter((coordinate) => all.has(coordinate));
  return [...ordered, ...[...all].filter((coordinate) => !contract.governed.has(coordinate)).sort()];
}

/** A withholding clause that names no field closes every one. Contacts stand on their own. */
function wholeObjects(): readonly Coordinate[] {
  return [...contract.governed.keys()].filter((coordinate) => !coordinate.startsWith('LiaisonContact.'));
}

function categoryOf(coordinate: Coordinate): string {
  return contract.governed.get(coordinate)?.category ?? OWN;
}
