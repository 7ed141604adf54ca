import type { Agreement } from '../../agreement.ts';
import { scopesOf, type Rule, type Surroundings } from './rule.ts';

/**
 * INVARIANT: nothing leaves an agency except under a clause that it signed. An originator is a party; of a group, a
 * clause reaches the members that are parties in their own name, and there must be one.
 */
export const reach: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) =>
    scope.from.flatMap((code, index) => {
      const message = unreached(code, agreement, around);
      return message ? [{ path: [...path, 'from', index], message }] : [];
    }),
  );

function unreached(code: string, agreement: Agreement, around: Surroundings): string | undefined {
  if (around.agencies.has(code)) {
    return agreement.parties.includes(code) ? undefined : `\`${code}\` does not sign this: it is not among the parties`;
  }
  if (!around.groups.has(code)) return undefined;
  const signers = membersOf(code, around).filter((member) => agreement.parties.includes(member));
  return signers.length > 0 ? undefined : `no member of \`${code}\` signs this in its own name`;
}

function membersOf(group: string, { documents, groups }: Surroundings): readonly string[] {
  const founding = (groups.get(group) ?? []).flatMap(({ members }) => members);
  const joined = documents
    .flatMap(({ agreement }) => agreement.accessions ?? [])
    .filter(({ to }) => to === group)
    .map(({ party }) => party);
  return [...founding, ...joined];
}
