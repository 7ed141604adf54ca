import { DISCLOSURES } from '../../../schema/disclosures.ts';
import { contractEnum, describedEnum } from '../../kit/described.ts';

export const RecordKind = contractEnum('RecordKind');
export const CaseStatus = contractEnum('CaseStatus');
export const ContactRole = contractEnum('ContactRole');

export const Disclosure = describedEnum('Disclosure', 'How much is disclosed of a record or a case.', DISCLOSURES);

export const RecordOrder = describedEnum('RecordOrder', 'How records are sorted; where the date is not shown, last.', {
  RECORDED_ON_DESC: 'The latest entered first.',
  OCCURRED_ON_DESC: 'What happened last first.',
});

export const CaseOrder = describedEnum('CaseOrder', 'How cases are sorted; where the date is not shown, last.', {
  OPENED_ON_DESC: 'The latest opened first.',
  CLOSED_ON_DESC: 'The latest closed first.',
});
