import type { Agreement, Share } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { agenciesIn, originatorsIn } from './members.ts';
import { dutiesOf, scopesOf, sharesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** A clause is between an originator and somebody else, and what it asks of recipients some recipient can meet. */
export const recipients: Rule = ({ agreement }, around) => [
  ...[...scopesOf(agreement), ...dutiesOf(agreement).map(({ duty, path }) => ({ scope: duty, path }))].flatMap(
    ({ scope, path }) => betweenTwo(scope, path, agreement, around),
  ),
  ...sharesOf(agreement).flatMap(({ scope, path }) => [
    ...participants(scope, path, around),
    ...reciprocal(scope, path, agreement, around),
  ]),
];

type FromTo = Pick<Share, 'from' | 'to'>;

function betweenTwo(scope: FromTo, path: Path, agreement: Agreement, around: Surroundings): readonly Finding[] {
  const originators = originatorsIn(scope.from, agreement, around);
  const [only] = originators;
  const others = [...agenciesIn(scope.to, around)].filter((code) => code !== only);
  if (originators.size !== 1 || others.length > 0) return [];
  return [{ path: [...path, 'to'], message: `nobody but \`${only}\` itself, whose data this is about` }];
}

function participants({ participants, to }: Share, path: Path, { groups }: Surroundings): readonly Finding[] {
  if (!participants || to.some((code) => groups.has(code))) return [];
  const message = '`participants` are members of groups, and `to` names no group';
  return [{ path: [...path, 'participants'], part: 'key', message }];
}

/** Who receives under a reciprocal clause is an originator under it, of whom somebody else receives. */
function reciprocal(share: Share, path: Path, agreement: Agreement, around: Surroundings): readonly Finding[] {
  if (!share.reciprocal) return [];
  const originators = originatorsIn(share.from, agreement, around);
  const both = [...agenciesIn(share.to, around)].filter((code) => originators.has(code));
  if (both.length > 0 && originators.size > 1) return [];
  const message = 'nobody who receives under this clause shares under it, so it opens nothing';
  return [{ path: [...path, 'reciprocal'], part: 'key', message }];
}
