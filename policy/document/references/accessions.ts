import type { Accession } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import type { ValidAgreement } from '../read-agreement.ts';
import { suggest } from '../suggest.ts';
import { knownAgency } from './parties.ts';
import type { Finding, Rule, Surroundings } from './rule.ts';

/** A party joins a group that exists, or takes part in it otherwise than before, and both sign. */
export const accessions: Rule = (document, around) =>
  (document.agreement.accessions ?? []).flatMap((accession, index) => {
    const path = ['accessions', index];
    return [...joiner(accession, path, document, around), ...joined(accession, path, document, around)];
  });

function joiner(
  { party }: Accession,
  at: Path,
  { agreement }: ValidAgreement,
  around: Surroundings,
): readonly Finding[] {
  const path = [...at, 'party'];
  const unknown = knownAgency(party, path, around);
  if (unknown.length > 0 || agreement.parties.includes(party)) return unknown;
  return [{ path, message: `\`${party}\` does not sign its accession: it is not among the parties` }];
}

function joined(
  { party, to, participation }: Accession,
  at: Path,
  { agreement }: ValidAgreement,
  { groups }: Surroundings,
): readonly Finding[] {
  const path = [...at, 'to'];
  const foundings = groups.get(to);
  if (!foundings) return [{ path, message: `no agreement founds \`${to}\``, hint: suggest(to, groups.keys()) }];
  if (participation === undefined && foundings.some((founding) => founding.members.includes(party))) {
    const hint = 'to change how it takes part, say its `participation`';
    return [{ path, message: `\`${party}\` is a founding member of \`${to}\``, hint }];
  }
  if (agreement.parties.includes(to)) return [];
  return [{ path, message: `\`${to}\` does not sign the accession: it is not among the parties` }];
}
