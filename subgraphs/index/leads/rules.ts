import { ENOUGH_BITS } from '../../../matching/names-in-common.ts';
import { SELECTOR_SOURCES, type SelectorKind, type SelectorSource } from '../../../schema/selectors.ts';
import { isSubjectType } from '../subjects.ts';

/** By which rules leads are found, and `TIP`: it was entered. */
export const LEAD_RULES = ['SHARED_SELECTOR', 'SHARED_ORGANIZATION', 'NEW_DISTRICT', 'TIP'] as const;
export type LeadRule = (typeof LEAD_RULES)[number];

/** What two subjects must have in common: a selector of these sources, or so many bits of a name. */
export interface Common {
  readonly strong: readonly number[];
  readonly names: readonly { readonly sources: readonly number[]; readonly bits: number }[];
}

/** Sources that stand in subjects: a case has no others. */
const SOURCES = SELECTOR_SOURCES.filter(({ coordinate }) => isSubjectType(coordinate.split('.')[0]!));

const ORGANIZATIONS: readonly SelectorKind[] = ['ORGANIZATION_REGISTRATION', 'ORGANIZATION_NAME'];

/** By what an organization is known. */
export const ORGANIZATION: Common = commonOf((kind) => ORGANIZATIONS.includes(kind));

/** By what a person or a group is known, and accounts of anybody. */
export const SELECTOR: Common = commonOf((kind) => !ORGANIZATIONS.includes(kind));

function commonOf(isOne: (kind: SelectorKind) => boolean): Common {
  const sources = SOURCES.filter(({ kinds }) => kinds.every(isOne));
  const names = new Map<number, SelectorSource[]>();
  for (const source of sources) {
    const bits = ENOUGH_BITS.get(source.kinds[0]!);
    if (bits !== undefined) names.set(bits, [...(names.get(bits) ?? []), source]);
  }
  return {
    strong: sources.filter(({ kinds }) => !kinds.some((kind) => ENOUGH_BITS.has(kind))).map(numberOf),
    names: [...names].map(([bits, of]) => ({ bits, sources: of.map(numberOf) })),
  };
}

function numberOf({ number }: SelectorSource): number {
  return number;
}
