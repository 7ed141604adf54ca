import fc from 'fast-check';
import type { Row } from '../../../policy/condition/evaluate.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import type { EntityType } from '../../../schema/contract.ts';
import { STAGES, type Purpose } from '../../../schema/purposes.ts';
import type { Question } from './question.ts';
import {
  AREAS,
  CODES,
  DAYS,
  FIELDS,
  KINDS,
  PERSON_ROLES,
  REFERENCES,
  ROLES,
  SEARCHES,
  TRAININGS,
  USES,
} from './words.ts';
import { often, present, some, sometimes } from './chances.ts';

const viewers: fc.Arbitrary<Recipient> = fc
  .record({
    agency: fc.constantFrom(...CODES),
    role: fc.constantFrom(...ROLES),
    trainings: often(fc.subarray(TRAININGS)),
    clearance: often(fc.constantFrom('restricted', 'confidential', 'secret', 'top-secret')),
    contactPoint: often(fc.boolean()),
    sub: often(fc.constantFrom('officer-1', 'officer-2')),
  })
  .map(present);

const stated: fc.Arbitrary<Purpose> = fc
  .record({
    area: fc.constantFrom(...AREAS),
    use: fc.constantFrom(...USES),
    case: fc.constant('X-1'),
    search: often(fc.constantFrom(...SEARCHES)),
    stage: often(fc.constantFrom(...STAGES, ...STAGES.slice(1))),
    matches: often(some(REFERENCES)),
    offence: often(fc.constantFrom(6, 24, 60).map((maxPenaltyMonths) => ({ code: '1 X 1', maxPenaltyMonths }))),
    request: often(fc.constantFrom('Q1', 'Q2')),
  })
  .map(present);
const purposes = fc.oneof(
  { weight: 30, arbitrary: stated },
  { weight: 1, arbitrary: fc.constant(undefined) as fc.Arbitrary<never> },
);

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 6 });

/** The first one, and now and then one of the others. */
const mostly = (usual: unknown, ...others: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

/** An object whose labels are mostly, not always, known. */
function object(type: EntityType, values: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Row> {
  const labels = fc.oneof(
    { weight: 6, arbitrary: fc.record(values) },
    { weight: 1, arbitrary: fc.record(values, { requiredKeys: [] }) },
  );
  return labels.map((known) => ({ type, labels: known }));
}

const shared = {
  crimeAreas: orNull(fc.subarray(AREAS)),
  program: orNull(fc.constantFrom('OCDETF', 'HIDTA')),
  office: orNull(fc.constant('New York')),
};
const records = object('Record', {
  ...shared,
  reference: fc.constantFrom('r1', 'r2'),
  kind: fc.constantFrom(...KINDS),
  recordedOn: orNull(fc.constantFrom(...DAYS)),
  occurredOn: orNull(fc.constantFrom(...DAYS)),
  handlingCodes: orNull(fc.subarray(['H1', 'H2'])),
  releasableTo: mostly([], null, ['DEA'], ['FBI', 'ICE']),
  notReleasableTo: mostly([], null, ['DEA']),
  originatorConsent: mostly(false, true, null),
  notAsEvidence: mostly(false, true, null),
  obtainedFrom: mostly(null, 'DEA', 'FBI', 'Interpol'),
});
const cases = object('Case', {
  ...shared,
  reference: fc.constant('c1'),
  status: orNull(fc.constantFrom('OPEN', 'CLOSED')),
  openedOn: orNull(fc.constantFrom(...DAYS)),
  closedOn: orNull(fc.constantFrom(...DAYS)),
  districts: orNull(fc.subarray(['S.D.N.Y.'])),
});
const people = object('Person', {
  reference: fc.constant('p1'),
  minor: orNull(fc.boolean()),
  dataSubjectCategory: orNull(fc.constantFrom(...PERSON_ROLES)),
  nationalities: orNull(fc.subarray(['US', 'RU'])),
});
const groups = object('Group', { reference: fc.constant('g1'), groupKind: orNull(fc.constantFrom('cartel', 'ring')) });
const organizations = object('Organization', { organizationKind: orNull(fc.constant('company')) });
const contacts = object('LiaisonContact', {
  contactRole: orNull(fc.constantFrom('ATTACHE', 'PROSECUTOR')),
  contactAreas: orNull(fc.subarray(AREAS)),
  hostCountry: orNull(fc.constant('RU')),
  onCall: orNull(fc.boolean()),
});

/** An object within another. */
const inside = (inner: fc.Arbitrary<Row>, outer: fc.Arbitrary<Row>) =>
  fc.tuple(inner, outer).map(([row, enclosing]): Row => ({ ...row, enclosing }));

const containers = fc.oneof({ weight: 3, arbitrary: records }, { weight: 1, arbitrary: cases });
const collectives = fc.oneof(groups, organizations);

/** Objects of the contract where they can stand: a record and a case by themselves, others also within them. */
const rows: fc.Arbitrary<Row> = fc.oneof(
  { weight: 6, arbitrary: records },
  { weight: 3, arbitrary: cases },
  { weight: 6, arbitrary: inside(people, containers) },
  { weight: 1, arbitrary: inside(people, inside(collectives, containers)) },
  { weight: 3, arbitrary: inside(collectives, containers) },
  { weight: 1, arbitrary: fc.oneof(people, collectives) },
  { weight: 1, arbitrary: fc.oneof(contacts, inside(contacts, containers)) },
);

/** What viewers ask: one cell of one object at a time. */
export const questions: fc.Arbitrary<Question> = fc
  .tuple(viewers, purposes, fc.constantFrom(...CODES), rows, fc.nat(), sometimes(fc.constant(true)))
  .map(([viewer, purpose, originator, row, pick, own]) => {
    const fields = FIELDS[row.type as EntityType];
    return {
      viewer,
      purpose,
      originator:
        own || originator !== viewer.agency ? originator : CODES[(CODES.indexOf(originator) + 1) % CODES.length]!,
      coordinate: fields[pick % fields.length]!,
      row,
    };
  });
