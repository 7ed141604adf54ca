import { contractEnum, describedEnum } from './described.ts';

export const RecordKind = contractEnum('RecordKind');
export const CaseStatus = contractEnum('CaseStatus');
export const ContactRole = contractEnum('ContactRole');

export const Disclosure = describedEnum('Disclosure', 'What a hit discloses.', {
  FULL: 'The fields that clauses name are shown.',
  CONTACT: 'It exists, and here is whom to call.',
  EXISTS: 'It exists, no more.',
});

export const RecordOrder = describedEnum('RecordOrder', 'How records are sorted; where the date is not shown, last.', {
  RECORDED_ON_DESC: 'The latest entered first.',
  OCCURRED_ON_DESC: 'What happened last first.',
});

export const CaseOrder = describedEnum('CaseOrder', 'How cases are sorted; where the date is not shown, last.', {
  OPENED_ON_DESC: 'The latest opened first.',
  CLOSED_ON_DESC: 'The latest closed first.',
});
