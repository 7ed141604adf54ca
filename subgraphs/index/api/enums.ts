import { DISCLOSURES } from '../../../schema/disclosures.ts';
import { contractEnum, describedEnum } from '../../kit/described.ts';
import { orderEnum } from './reads.ts';

export const RecordKind = contractEnum('RecordKind');
export const CaseStatus = contractEnum('CaseStatus');
export const ContactRole = contractEnum('ContactRole');

export const Disclosure = describedEnum('Disclosure', 'How much is disclosed of a record or a case.', DISCLOSURES);

const BY_RELEVANCE = {
  description:
    'What has most in common with the name that is sought first, by the features of names and dates that agree; of a text, where and how often its words stand; for want of both, in no order that means anything.',
};

export const RecordOrder = orderEnum('RecordOrder', 'How records are sorted; where the date is not shown, last.', {
  RECORDED_ON_DESC: { description: 'The latest entered first.', reads: 'Record.recordedOn' },
  OCCURRED_ON_DESC: { description: 'What happened last first.', reads: 'Record.occurredOn' },
  RELEVANCE: BY_RELEVANCE,
});

export const CaseOrder = orderEnum('CaseOrder', 'How cases are sorted; where the date is not shown, last.', {
  OPENED_ON_DESC: { description: 'The latest opened first.', reads: 'Case.openedOn' },
  CLOSED_ON_DESC: { description: 'The latest closed first.', reads: 'Case.closedOn' },
  RELEVANCE: BY_RELEVANCE,
});
