import type { Accession } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import type { Finding, Rule, Surroundings } from './rule.ts';

/** What a party reserves are clauses by which members of the group share: it does not share under them. */
export const reserves: Rule = ({ agreement }, around) =>
  (agreement.accessions ?? []).flatMap((accession, index) => {
    const path = ['accessions', index, 'reserves'];
    if (accession.participation === 'observer' && accession.reserves) {
      return [{ path, part: 'key', message: 'an observer does not share, so it has nothing to reserve' }];
    }
    return (accession.reserves ?? []).flatMap((clause, at) =>
      sharedFromGroup(clause, accession, [...path, at], around),
    );
  });

function sharedFromGroup(
  reserved: string,
  { to }: Accession,
  path: Path,
  { agreements }: Surroundings,
): readonly Finding[] {
  const [id = '', clauseId = ''] = reserved.split('#');
  const agreement = agreements.get(id);
  if (!agreement) {
    const hint = suggest(id, [...agreements.keys()].sort());
    return [{ path, message: `there is no agreement \`${id}\``, hint }];
  }
  const clause = agreement.clauses.find((one) => one.id === clauseId);
  if (!clause) {
    const hint = suggest(
      clauseId,
      agreement.clauses.map((one) => one.id),
    );
    return [{ path, message: `\`${id}\` has no clause \`${clauseId}\``, hint }];
  }
  if (clause.share?.from.includes(to)) return [];
  return [{ path, message: `by \`${reserved}\` no member of \`${to}\` shares, so there is nothing to reserve` }];
}
