import type { Agreement } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { originatorsIn } from './members.ts';
import { dutiesOf, scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/**
 * INVARIANT: nothing leaves an agency except under a clause that it signed. An originator is a party; of a group, a
 * clause reaches the members that are parties in their own name, and there must be one.
 */
export const reach: Rule = ({ agreement }, around) => [
  ...scopesOf(agreement).flatMap(({ scope, path }) => unreached(scope.from, [...path, 'from'], agreement, around)),
  ...dutiesOf(agreement).flatMap(({ duty, path }) => unreached(duty.from, [...path, 'from'], agreement, around)),
];

function unreached(
  codes: readonly string[],
  path: Path,
  agreement: Agreement,
  around: Surroundings,
): readonly Finding[] {
  return codes.flatMap((code, index) => {
    const message = whyUnreached(code, agreement, around);
    return message ? [{ path: [...path, index], message }] : [];
  });
}

function whyUnreached(code: string, agreement: Agreement, around: Surroundings): string | undefined {
  if (around.agencies.has(code)) {
    return agreement.parties.includes(code) ? undefined : `\`${code}\` does not sign this: it is not among the parties`;
  }
  if (!around.groups.has(code)) return undefined;
  const reached = originatorsIn([code], agreement, around);
  return reached.size > 0 ? undefined : `no member of \`${code}\` signs this in its own name`;
}
