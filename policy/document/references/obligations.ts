import type { Obligations, Quota, Share } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import { sharesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** Quotas count searches that the clause answers, each kind once; and duties are owed for what is shown. */
export const obligations: Rule = ({ agreement }, around) =>
  sharesOf(agreement).flatMap(({ scope, path }) => {
    if (!scope.obligations) return [];
    const at = [...path, 'obligations'];
    const { quotas = [] } = scope.obligations;
    return [
      ...quotas.flatMap((quota, index) => ofQuota(quota, index, scope, [...at, 'quotas', index], around)),
      ...ofSilence(scope, scope.obligations, at),
    ];
  });

function ofQuota(
  { search }: Quota,
  index: number,
  { obligations, for: purpose }: Share,
  path: Path,
  { purposes }: Surroundings,
): readonly Finding[] {
  const at = search === undefined ? path : [...path, 'search'];
  const earlier = obligations?.quotas?.findIndex((quota) => quota.search === search);
  if (earlier !== index) {
    const kind = search === undefined ? 'any search' : `\`${search}\``;
    return [{ path: at, message: `a quota of ${kind} stands here a second time` }];
  }
  if (search === undefined) return [];
  if (!purposes.searches.has(search)) {
    const hint = suggest(search, purposes.searches.keys());
    return [{ path: at, message: `unknown kind of search \`${search}\``, hint }];
  }
  if (!purpose?.searches || purpose.searches.includes(search)) return [];
  return [{ path: at, message: `the clause is for other searches than \`${search}\`, so there is none to count` }];
}

/** What a recipient owes for what it was shown. */
const OWED = ['retentionDays', 'attribution', 'evidence', 'onward', 'recordOnward'] as const;

function ofSilence({ disclosure }: Share, obligations: Obligations, path: Path): readonly Finding[] {
  if (disclosure !== 'SILENT') return [];
  return OWED.filter((name) => obligations[name] !== undefined).map((name) => ({
    path: [...path, name],
    part: 'key',
    message: `a clause that discloses \`SILENT\` shows nothing for which \`${name}\` could be owed`,
  }));
}
