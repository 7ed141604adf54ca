import type { Coordinate } from '../../schema/contract.ts';
import type { Agreement, Clause, Share } from '../agreement.ts';
import { inReadingOrder, type Mistake } from './mistake.ts';
import type { ValidAgreement } from './read-agreement.ts';
import type { World } from './world.ts';

/**
 * Warns of fields that one clause of an agreement shows in part, and by which another lets the same recipients find that
 * something is there: whoever guesses the rest of such a value can search for it, and is told that the guess is right. It
 * may be meant so, so it is no mistake.
 */
export function confirmable({ file, agreement, at }: ValidAgreement, { contract }: Pick<World, 'contract'>) {
  const clauses = agreement.clauses.map((clause, index) => ({ clause, path: ['clauses', index, 'share'] }));
  const warnings = clauses.flatMap(({ clause, path }) =>
    treatedIn(clause).flatMap((coordinate): readonly Mistake[] => {
      const category = contract.governed.get(coordinate)?.category;
      const finders = agreement.clauses.filter((other) => finds(other, clause, { coordinate, category, agreement }));
      if (finders.length === 0) return [];
      const message = warningOf(coordinate, clause.share!, finders);
      return [{ file, ...at.key([...path, 'treatments', coordinate]), message }];
    }),
  );
  return inReadingOrder(warnings);
}

function treatedIn({ share }: Clause): readonly Coordinate[] {
  return Object.entries(share?.treatments ?? {}).flatMap(([name, treatment]) => (treatment === 'full' ? [] : name));
}

interface Treated {
  readonly coordinate: Coordinate;
  readonly category: string | undefined;
  readonly agreement: Agreement;
}

/** Whether a clause tells the same recipients of what the same originators have, when they search by the field. */
function finds({ share }: Clause, shown: Clause, { coordinate, category, agreement }: Treated): boolean {
  if (!share || !(share.disclosure === 'CONTACT' || share.disclosure === 'EXISTS')) return false;
  const names = share.coordinates?.includes(coordinate) ?? false;
  const covers = category !== undefined && (share.categories?.includes(category) ?? false);
  const meet = (side: 'from' | 'to') =>
    membersOf(share[side], agreement).some((code) => membersOf(shown.share![side], agreement).includes(code));
  return (names || covers) && meet('from') && meet('to') && speakOfTheSame(share, shown.share!);
}

/** Clauses that name no kinds of records may speak of any. */
function speakOfTheSame({ records: found }: Share, { records: shown }: Share): boolean {
  return !found || !shown || found.some((kind) => shown.includes(kind));
}

/** A group of another agreement stands for itself. */
function membersOf(codes: readonly string[], { groups }: Agreement): readonly string[] {
  return codes.flatMap((code) => [code, ...(groups?.[code]?.members ?? [])]);
}

function warningOf(coordinate: Coordinate, { treatments }: Share, finders: readonly Clause[]): string {
  const clauses = finders.map(({ id, share }) => `\`${id}\` (${share!.disclosure})`).join(', ');
  return `\`${coordinate}\` is ${treatments![coordinate]} here, but ${clauses} lets it be searched by: who guesses it learns that it is so`;
}
