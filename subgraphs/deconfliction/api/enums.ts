import { DISCLOSURES } from '../../../schema/disclosures.ts';
import { describedEnum } from '../../kit/described.ts';

export const Disclosure = describedEnum('Disclosure', 'How much is disclosed of a record or a case.', DISCLOSURES);

export const TargetKind = describedEnum('TargetKind', 'How long a target is looked for.', {
  ON_REQUEST: 'Once, when it is declared.',
  WATCH: 'Until it ends: what others declare later meets it, too.',
  CASE: 'As long as the case is open from which it comes.',
});

/** The kinds that viewers declare; cases come from where the agency keeps them. */
export const DeclaredTargetKind = describedEnum('DeclaredTargetKind', 'How long a target is to be looked for.', {
  ON_REQUEST: 'Once, now.',
  WATCH: 'Until it ends: what others declare later meets it, too.',
});

export const Operation = describedEnum('OperationKind', 'What is planned.', {
  SEARCH_WARRANT: 'A search of a place.',
  ARREST: 'An arrest.',
  CONTROLLED_DELIVERY: 'A delivery that is watched instead of stopped.',
  UNDERCOVER_BUY: 'A purchase by an officer who is not known as one.',
  SURVEILLANCE: 'People or a place are watched.',
  MEETING_WITH_SOURCE: 'An officer meets an informant.',
  OTHER: 'Something else.',
});

export const ConflictStatus = describedEnum('ConflictStatus', 'How a conflict stands.', {
  OPEN: 'Not every party that is told of it has said that it knows.',
  ACKNOWLEDGED: 'Every party that is told of it knows; what becomes of it is not agreed.',
  RESOLVED: 'The parties say the same, one of them stands down, or one of the two is over.',
});

export const ConflictRole = describedEnum('ConflictRole', 'What an agency is to a conflict.', {
  ORIGINATOR: 'Its target or operation was there first.',
  SEARCHER: 'Its target or operation came to that of the originator.',
  COORDINATOR: 'It coordinates a group under whose agreement the two met.',
});

export const FirstParty = describedEnum('FirstParty', 'Which of two parties goes first.', {
  ORIGINATOR: 'The one whose target or operation was there first.',
  SEARCHER: 'The one that came to it.',
});

export const Outcome = describedEnum('ConflictOutcome', 'What a party says becomes of its work.', {
  GOES_FIRST:
    'One of the two goes first, and the other waits: where an agreement demands it, until the operation of the first is over.',
  MERGED: 'Both go on together.',
  STOOD_DOWN: 'Its own work stops.',
});

export const ConflictEvent = describedEnum('ConflictEvent', 'What happened to a conflict.', {
  OPENED: 'The two met.',
  ACKNOWLEDGED: 'One who is told of it said that it knows.',
  ANSWERED: 'One who is told of it said what becomes of its work.',
  RESOLVED: 'The parties say the same, or one stands down.',
  REOPENED: 'They no longer do, or what was over is not.',
  NOTED: 'One who is told of it wrote something down.',
  ESCALATED: 'An answer is overdue.',
  OVER: 'One of the two is over: nothing is left to resolve.',
});
