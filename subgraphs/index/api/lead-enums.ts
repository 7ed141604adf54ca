import { describedEnum } from '../../kit/described.ts';

export const LeadRule = describedEnum('LeadRule', 'Why there is a lead.', {
  SHARED_SELECTOR:
    'A person or a group in a case of the agency has a selector, or enough of a name, in common with one in another agency’s.',
  SHARED_ORGANIZATION: 'One organization is in a case of the agency and in one of another agency.',
  NEW_DISTRICT:
    'A target of the agency is in another agency’s case in a district in which the agency has no case on it.',
  TIP: 'An officer of another agency entered it.',
});

export const LeadStatus = describedEnum('LeadStatus', 'How a lead stands.', {
  NEW: 'Nobody has answered it.',
  ACCEPTED: 'The agency takes it up.',
  DECLINED: 'The agency does not.',
  WORKED: 'The agency has followed it, and said what came of it.',
});

export const DeclineReason = describedEnum('LeadDeclineReason', 'Why a lead is declined.', {
  KNOWN_ALREADY: 'The agency knows it.',
  NOT_OURS: 'It is for another agency or district.',
  NO_CAPACITY: 'There is nobody to follow it now.',
  NOT_ACTIONABLE: 'There is nothing in it that can be followed.',
});

export const LeadOutcome = describedEnum('LeadOutcome', 'What came of a lead.', {
  ARREST: 'Somebody was arrested.',
  SEIZURE: 'Something was seized.',
  INFORMATION: 'The agency learned something.',
  MERGED: 'The agencies go on together.',
  NOTHING: 'Nothing.',
});

export const LeadEvent = describedEnum('LeadEvent', 'What happened to a lead.', {
  ENTERED: 'An officer entered it.',
  ACCEPTED: 'It was accepted.',
  DECLINED: 'It was declined.',
  WORKED: 'It was worked.',
});
