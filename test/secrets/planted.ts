import { randomUUID } from 'node:crypto';
import { aCase, aContact, aPerson, aRecord } from '../agency/samples.ts';

/** Values that exist nowhere else. What an agency holds, and what a viewer sends, by what it is. */
export const HELD = {
  narrative: 'ZQ-NARRATIVE The parcel lay behind the third door.',
  title: 'ZQ-TITLE Quay',
  surname: 'ZQSURNAMEOVA',
  phone: '+12025550187',
  passport: 'ZQ9900113',
  line: '+12025550188',
  caseNumber: 'ZQ-CASE-HELD-0001',
  investigator: 'Zq Investigator',
} as const;

export const SENT = {
  program: 'ZQ-PROGRAM-SELECTOR',
  literal: 'ZQ-LITERAL-SELECTOR',
  phone: '+12025550189',
  sub: 'zq-subject-4411',
  name: 'Zq Viewer',
  caseNumber: 'ZQ-CASE-SENT-0002',
  refusedCase: 'ZQ-CASE-REFUSED-0003',
  justification: 'zq justification of a threat',
  offence: '18 ZQ 1591',
  area: 'zq-area',
  id: 'zq-malformed-id',
  cursor: 'enEtY3Vyc29yLTk5MTM',
  assertion: 'zq-assertion-header-5512',
  cookie: 'zq-cookie-6613',
  body: 'zq-malformed-json-7714',
  path: 'zq-path-8815',
  sql: 'zq-sql-9916',
} as const;

/** What subgraphs that fail say. */
export const FAILING = {
  message: 'zq-failing-message-1117',
  code: 'ZQ_FAILING_CODE',
  text: 'zq-failing-text-1218',
} as const;

const contact = aContact({ originator: 'ICE', id: randomUUID() });
const person = aPerson({
  originator: 'ICE',
  surname: { original: HELD.surname, script: 'Latn', romanized: HELD.surname },
  phones: [HELD.phone],
  passports: [{ type: 'passport', number: HELD.passport, country: 'RU', validUntil: '2030-01-31' }],
});
const matter = aCase({
  originator: 'ICE',
  number: HELD.caseNumber,
  contactId: contact.id,
  subjectIds: [person.id],
});
const intercept = {
  line: HELD.line,
  courtOrder: '10-MC-0001',
  court: 'United States District Court, D. Nev.',
  authorizedFrom: '2010-03-01',
  authorizedUntil: '2010-03-30',
  sessions: [],
};

/** A record of ICE in which every planted value of `HELD` is, or that leads to it. */
export const record = aRecord({
  originator: 'ICE',
  kind: 'WIRETAP_INTERCEPT',
  title: HELD.title,
  narrative: HELD.narrative,
  investigator: HELD.investigator,
  caseId: matter.id,
  contactId: contact.id,
  subjectIds: [person.id],
  investigation: null,
  intercept,
});

/** In an order in which links point backwards. */
export const holding = [contact, person, matter, record];

/** Of agencies that fail: pointers that the index has, so that they are asked. */
export const ofFailing = aRecord({ originator: 'FBI' });
export const ofDown = aRecord({ originator: 'USSS' });
