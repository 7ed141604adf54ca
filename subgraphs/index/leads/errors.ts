import { declareErrors } from '../../../schema/errors.ts';

/** What is refused of leads. */
export const LEAD_ERRORS = declareErrors({
  NOT_FOR_LEADS: {
    status: 403,
    meaning: 'Leads are for viewers who say that they investigate.',
    remedy: 'State the purpose `use=investigation`, with the area of crime and your own case number.',
  },
  BAD_LEAD: {
    status: 400,
    meaning: 'The lead that is entered is not complete, or is not of the declared form. Nothing was taken in.',
    remedy:
      'Correct what the message names, and send it again: under the same id, unless the id is what is wrong. It is to be a ' +
      'random UUID (version 4).',
  },
  LEAD_NOT_COVERED: {
    status: 403,
    meaning:
      'No agreement in force lets the viewer’s agency share anything with that one for that area of crime. Nothing was taken in.',
    remedy: 'Choose an area in which the two work together, or call the other agency’s desk.',
  },
  TOO_MANY_TIPS: {
    status: 429,
    meaning:
      'The viewer, or their agency, has entered as many leads for that other agency today as it may be asked to read. Nothing was taken in.',
    remedy: 'Enter it tomorrow (days are UTC) under the same id, or call the other agency’s desk.',
  },
  UNKNOWN_LEAD: {
    status: 404,
    meaning: 'The viewer may see no such lead, or it is another agency’s to answer.',
    remedy: 'Use an id of `leads`, under a purpose for which it is shown.',
  },
  BAD_LEAD_ANSWER: {
    status: 400,
    meaning: 'The answer is not of the declared form, or does not fit how the lead stands. Nothing was written down.',
    remedy:
      'Correct what the message names, and send it again. Where the message says how the lead stands: accept it before it is ' +
      'worked; what came of one that was worked can be corrected by working it anew.',
  },
  TOO_MANY_ANSWERS: {
    status: 409,
    meaning: 'The history of the lead is full: it was answered, and remarked on, as often as it may be.',
    remedy: 'Keep what there is to remember in the file of your own case.',
  },
  LEAD_ID_TAKEN: {
    status: 409,
    meaning: 'Something else was sent under this id before.',
    remedy: 'Make a random UUID for everything new. Send what was sent before unchanged: it is taken in once.',
  },
});
