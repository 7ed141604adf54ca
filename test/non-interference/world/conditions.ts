import type { Random } from '../../../subgraphs/agency/data/random.ts';
import type { LabelTest, Where } from '../../../policy/agreement.ts';
import {
  AREAS,
  CODES,
  CONTACT_ROLES,
  COUNTRIES,
  DAYS,
  DISTRICTS,
  GROUP_KINDS,
  KINDS,
  OFFICES,
  ORGANIZATION_KINDS,
  PERSON_ROLES,
  PROGRAMS,
  STATUS,
} from '../words.ts';

const some = (random: Random, list: readonly string[]) =>
  random.sample(list, random.int(1, Math.max(1, list.length - 1)));

const listTest = (random: Random, values: readonly string[]): LabelTest =>
  random.pick([
    { anyOf: some(random, values) },
    { anyOf: some(random, values) },
    { noneOf: random.sample(values, 1) },
    { allOf: random.sample(values, 1) },
  ]);
const codeTest = (random: Random, values: readonly string[]): LabelTest =>
  random.pick([random.pick(values), { anyOf: some(random, values) }, { noneOf: random.sample(values, 1) }]);
const dateTest = (random: Random): LabelTest => {
  const bound = random.chance(0.2) ? 'accession' : random.pick(DAYS);
  return random.pick([{ from: bound }, { from: bound }, { until: bound }, { from: DAYS[0]!, until: DAYS[3]! }]);
};

type Label = readonly [names: readonly string[], test: (random: Random) => LabelTest];

const OF_RECORDS: readonly Label[] = [
  [['crimeAreas', 'record.crimeAreas'], (r) => listTest(r, AREAS)],
  [['program', 'record.program'], (r) => codeTest(r, PROGRAMS)],
  [['kind', 'record.kind'], (r) => codeTest(r, KINDS)],
  [['recordedOn', 'record.recordedOn', 'occurredOn'], dateTest],
  [['office', 'record.office'], (r) => codeTest(r, OFFICES)],
  [['handlingCodes'], (r) => listTest(r, CODES)],
  [['notAsEvidence'], (r) => r.chance(0.5)],
];
const OF_CASES: readonly Label[] = [
  [['case.status', 'status'], (r) => codeTest(r, STATUS)],
  [['crimeAreas', 'case.crimeAreas'], (r) => listTest(r, AREAS)],
  [['openedOn', 'case.openedOn', 'closedOn'], dateTest],
  [['districts'], (r) => listTest(r, DISTRICTS)],
];
const OF_SUBJECTS: readonly Label[] = [
  [['person.minor', 'minor'], (r) => r.chance(0.3)],
  [['person.dataSubjectCategory', 'dataSubjectCategory'], (r) => codeTest(r, PERSON_ROLES)],
  [['person.nationalities', 'nationalities'], (r) => listTest(r, COUNTRIES)],
  [['person.nationalOf', 'nationalOf'], (r) => r.pick(['originator', 'recipient'])],
  [['group.groupKind', 'groupKind'], (r) => codeTest(r, GROUP_KINDS)],
  [['organizationKind'], (r) => codeTest(r, ORGANIZATION_KINDS)],
];
const OF_CONTACTS: readonly Label[] = [
  [['contactRole', 'contact.contactRole'], (r) => codeTest(r, CONTACT_ROLES)],
  [['contactAreas'], (r) => listTest(r, AREAS)],
  [['hostCountry'], (r) => codeTest(r, COUNTRIES)],
  [['onCall'], (r) => r.chance(0.7)],
];

/** Labels that a condition of a clause is likely to find on what the clause speaks of. */
export const LABELS = { records: OF_RECORDS, cases: OF_CASES, subjects: OF_SUBJECTS, contacts: OF_CONTACTS };

/** A condition, mostly of one label, sometimes nested. */
export function aCondition(random: Random, labels: readonly Label[], depth = 2): Where {
  if (depth === 0 || random.chance(0.65)) return single(random, labels);
  const inner = () => aCondition(random, labels, depth - 1);
  return random.pick<() => Where>([
    () => ({ anyOf: [inner(), inner()] }),
    () => ({ allOf: [inner(), inner()] }),
    () => ({ not: inner() }),
    () => ({ ...single(random, labels), ...single(random, labels) }),
  ])();
}

function single(random: Random, labels: readonly Label[]): Where {
  const [names, test] = random.pick(labels);
  return { [random.pick(names)]: test(random) };
}
