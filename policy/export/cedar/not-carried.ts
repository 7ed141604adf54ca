import type { Agreement, Clause } from '../../agreement.ts';
import { lost, type Loss, type NotCarried } from '../not-carried.ts';

/** What Cedar's yes or no cannot say of these agreements. */
export function notCarriedToCedar(agreements: readonly Agreement[]): readonly NotCarried[] {
  return agreements.flatMap((agreement) =>
    agreement.clauses.flatMap((clause) => lost(`${agreement.id}#${clause.id}`, lossesOf(clause))),
  );
}

function lossesOf({ share, deconflict }: Clause): readonly Loss[] {
  const owed = share?.obligations ?? {};
  return [
    [deconflict, 'a duty of de-confliction: who is told of a match'],
    [share?.disclosure === 'SILENT', 'a silent clause: the originator is told, and nothing is permitted'],
    [share?.disclosure === 'CONTACT', 'what a hit shows: that it exists and whom to call; `find` is permitted'],
    [share?.disclosure === 'EXISTS', 'what a hit shows: that it exists; `find` is permitted'],
    [share?.override, 'the originator is told at once'],
    [owed.notifyOriginator, '`notifyOriginator`: the originator is told of every answer'],
    [owed.retentionDays, '`retentionDays`: when the recipient deletes it'],
    [owed.attribution, '`attribution`: the words that name the source'],
    [owed.quotas, '`quotas`: searches are not counted, so the clause stays open past them'],
    [owed.onward, '`onward`: what the recipient passes on'],
    [owed.recordOnward, '`recordOnward`: the record of what is passed on'],
  ];
}
