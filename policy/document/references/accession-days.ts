import type { Accession, Agreement } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import type { ValidAgreement } from '../read-agreement.ts';
import type { Finding, Rule, Surroundings } from './rule.ts';

/** A party joins on a day on which the group is there, while the document is in force, and on one day once. */
export const accessionDays: Rule = (document, around) =>
  (document.agreement.accessions ?? []).flatMap((accession, index) => {
    const at = ['accessions', index];
    const path = accession.from === undefined ? at : [...at, 'from'];
    return [
      ...afterFounding(accession, path, document, around),
      ...inForce(accession, path, document),
      ...once(accession, at, document, around),
    ];
  });

function dayOf(accession: Accession, { effective }: Agreement): string {
  return accession.from ?? effective;
}

function afterFounding(
  accession: Accession,
  path: Path,
  { agreement }: ValidAgreement,
  { groups }: Surroundings,
): readonly Finding[] {
  const [founding] = groups.get(accession.to) ?? [];
  const charter = founding?.document.agreement;
  const day = dayOf(accession, agreement);
  if (!charter || day >= charter.effective) return [];
  const message = `\`${accession.party}\` joins on \`${day}\`, before \`${accession.to}\` is there on \`${charter.effective}\``;
  return [{ path, message }];
}

function inForce({ from }: Accession, path: Path, { agreement: { until } }: ValidAgreement): readonly Finding[] {
  if (from === undefined || until === undefined || from <= until) return [];
  return [{ path, message: `\`${from}\` is after the last day of this agreement, \`${until}\`` }];
}

/** Which of two accessions of one day counts could not be told. One that the party and the group do not sign is none. */
function once(
  accession: Accession,
  path: Path,
  document: ValidAgreement,
  { documents }: Surroundings,
): readonly Finding[] {
  const { party, to } = accession;
  const day = dayOf(accession, document.agreement);
  const others = documents.flatMap((other) =>
    (other.agreement.accessions ?? [])
      .filter(() => [party, to].every((signer) => other.agreement.parties.includes(signer)))
      .filter((one) => one !== accession && one.party === party && one.to === to)
      .filter((one) => dayOf(one, other.agreement) === day)
      .map(() => (other === document ? 'here' : `in \`${other.file}\``)),
  );
  return others.map((where) => ({ path, message: `\`${party}\` joins \`${to}\` on \`${day}\` ${where} too` }));
}
