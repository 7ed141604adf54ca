import type { Agreement } from '../../agreement.ts';
import type { Surroundings } from './rule.ts';

/** The agencies that codes stand for, members of groups included. */
export function agenciesIn(codes: readonly string[], { members }: Surroundings): ReadonlySet<string> {
  return new Set(codes.flatMap((code) => [...(members.get(code) ?? [code])]));
}

/** Those of them whose data a clause can reach: parties of the document in their own name. */
export function originatorsIn(
  codes: readonly string[],
  { parties }: Agreement,
  around: Surroundings,
): ReadonlySet<string> {
  return new Set([...agenciesIn(codes, around)].filter((code) => parties.includes(code)));
}
