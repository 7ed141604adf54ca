import type { Agreement, Clause } from '../../agreement.ts';
import { lost, type Loss, type NotCarried } from '../not-carried.ts';

/** What an ODRL document, even with the profile, does not say of an agreement. */
export function notCarriedToOdrl(agreement: Agreement): readonly NotCarried[] {
  const clauses = agreement.clauses.flatMap((clause) => lost(`${agreement.id}#${clause.id}`, lossesOf(clause)));
  return [...lost(agreement.id, lossesOfLineage(agreement)), ...clauses];
}

function lossesOf({ share, withhold, deconflict }: Clause): readonly Loss[] {
  return [
    [!share && !withhold && !deconflict, 'a clause in words: no rule says it'],
    [deconflict, 'a duty of de-confliction: ODRL has no matching of two sides'],
    [share?.disclosure === 'SILENT', 'a silent clause: the originator is told, and nothing is permitted'],
    [share?.override, '`override`: a prohibition beats every permission; the mark is of the profile'],
    [
      share?.obligations?.quotas?.some(({ maxCandidates }) => maxCandidates),
      '`maxCandidates`: how many hits a search shows',
    ],
  ];
}

function lossesOfLineage({ accessions, amends, supplements, noticeDays }: Agreement): readonly Loss[] {
  return [
    [accessions, '`accessions`: since when a party is a member, and what it reserves'],
    [amends, '`amends`: which clauses of another agreement no longer apply'],
    [supplements, '`supplements`: that it shares nothing without the agreement that it adds to'],
    [noticeDays, '`noticeDays`: when a termination takes effect'],
  ];
}
