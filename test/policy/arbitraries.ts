import fc from 'fast-check';
import type { Agreement, Clause, PurposeScope, Share, ViewerScope, Where, Withhold } from '../../policy/agreement.ts';
import type { Row } from '../../policy/condition/evaluate.ts';
import { contract, TREATMENTS, type Coordinate } from '../../schema/contract.ts';

/** The parties of generated agreements. */
export const CODES = ['ICE', 'DEA', 'FBI'];

const AREAS = ['drug-trafficking', 'money-laundering', 'cybercrime'];
const KINDS = ['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL'];
const REFERENCES = ['a', 'b'];
const ROLES = ['SUSPECT', 'VICTIM', 'WITNESS'];
const CATEGORIES = ['RECORD_SUMMARY', 'RECORD_NARRATIVE', 'PERSONAL_IDENTITY', 'CASE_SUMMARY', 'LIAISON_CONTACT'];
const DAYS = ['2009-12-31', '2010-06-30', '2011-01-01'];
export const COORDINATES: readonly Coordinate[] = [...contract.governed.keys(), 'IceRecord.seizureNumber'];

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

const label: fc.Arbitrary<Where> = fc.oneof(
  some(AREAS).map((anyOf) => ({ crimeAreas: { anyOf } })),
  some(AREAS).map((noneOf) => ({ crimeAreas: { noneOf } })),
  some(AREAS).map((allOf) => ({ 'record.crimeAreas': { allOf } })),
  fc.constantFrom('OCDETF', 'HIDTA').map((program) => ({ program })),
  fc.constantFrom(...DAYS).map((from) => ({ recordedOn: { from } })),
  fc.constantFrom(...DAYS).map((until) => ({ recordedOn: { until } })),
  fc.boolean().map((minor) => ({ 'person.minor': minor })),
  some(ROLES).map((anyOf) => ({ 'person.dataSubjectCategory': { anyOf } })),
  some(['OPEN', 'CLOSED']).map((anyOf) => ({ 'case.status': { anyOf } })),
  fc.constantFrom('originator', 'recipient').map((whose) => ({ 'person.nationalOf': whose })),
  some(REFERENCES).map((anyOf) => ({ reference: { anyOf } })),
  fc.constant({ recordedOn: { from: 'accession' } }),
);

const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    label,
    fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
    fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
    tie('where').map((not) => ({ not })),
  ),
}));

/** Sometimes; left out otherwise. */
const sometimes = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** Those that are spoken of often, so that clauses meet. */
const OFTEN: readonly Coordinate[] = [
  'Record.title',
  'Record.narrative',
  'Record.subjects',
  'Record.office',
  'InvestigationDetail.reportNumber',
  'IceRecord.seizureNumber',
  'Case.title',
  'Person.surname',
  'Person.phones',
  'Person.circumstances',
];
const coordinates = fc.oneof(some(OFTEN), fc.subarray([...COORDINATES], { minLength: 1 }));

const scopeFields = {
  from: fc.oneof(fc.constant(CODES), some(CODES)),
  to: fc.oneof(fc.constant(CODES), some(CODES)),
  records: sometimes(some(KINDS)),
  cases: sometimes(fc.constant(true)),
  dataSubjects: sometimes(some(ROLES)),
  categories: sometimes(some(CATEGORIES)),
  coordinates,
  where: sometimes(where),
  for: sometimes(fc.record({ areas: some(AREAS) })),
  viewer: sometimes(fc.record({ roles: some(['analyst', 'prosecutor']) })),
};

const present = <Value>(of: object) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as unknown as Value;

const scope = fc.record(scopeFields).map((of) => present<Withhold>(of));

const purposes = fc
  .record({
    areas: sometimes(some(AREAS)),
    uses: sometimes(some(['investigation', 'prosecution', 'public-security-threat'])),
    stage: sometimes(fc.constantFrom('hit', 'match', 'core-data')),
    minPenaltyMonths: sometimes(fc.constantFrom(12, 60)),
  })
  .map((of) => present<PurposeScope>(of));

const viewers = fc
  .record({
    roles: sometimes(some(['analyst', 'prosecutor'])),
    trainings: sometimes(some(['privacy', 'child-protection'])),
    clearance: sometimes(fc.constantFrom('confidential', 'secret')),
    contactPoint: sometimes(fc.constant(true)),
  })
  .map((of) => present<ViewerScope>(of));

const shareScope = fc
  .record({
    ...scopeFields,
    for: sometimes(purposes),
    viewer: sometimes(viewers),
    reciprocal: sometimes(fc.constant(true)),
  })
  .map((of) => present<Share>(of));

const wholeObject = scope.map(({ categories: _, coordinates: __, ...of }): Withhold => of);

const treatments = fc.dictionary(fc.constantFrom(...OFTEN), fc.constantFrom(...TREATMENTS), { maxKeys: 8 });

/** What a clause does; its id comes from where it stands. */
export type Effect = Pick<Clause, 'share' | 'withhold'>;

export const share: fc.Arbitrary<Effect> = fc
  .tuple(
    shareScope,
    treatments,
    fc.constantFrom('FULL', 'FULL', 'FULL', 'FULL', 'CONTACT', 'EXISTS', 'SILENT', 'override'),
  )
  .map(([of, treated, kind]) => ({
    share:
      kind === 'override'
        ? { ...of, treatments: treated, override: true }
        : { ...of, treatments: treated, disclosure: kind },
  }));
export const withhold: fc.Arbitrary<Effect> = fc.oneof(scope, wholeObject).map((of) => ({ withhold: of }));

/** An agreement with these clauses, in force. */
export function agreementOf(id: string, effects: readonly Effect[], parties: readonly string[] = CODES): Agreement {
  const clauses = effects.map((effect, index) => ({ id: `${index}`, text: 'In words.', ...effect }));
  return { concordat: 1, id, title: id, signed: '2009-01-01', effective: '2009-01-01', parties, clauses };
}

/** Two agreements between some parties. */
export const agreements: fc.Arbitrary<readonly Agreement[]> = fc
  .array(fc.tuple(fc.array(fc.oneof(share, share, withhold), { maxLength: 4 }), fc.subarray(CODES, { minLength: 2 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map(([effects, parties], index) => agreementOf(`agreement-${index}`, effects, parties)));

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 6 });
const marks = {
  releasableTo: fc.constantFrom([], [], [], ['DEA'], ['FBI']),
  notReleasableTo: fc.constantFrom([], [], [], ['DEA']),
  originatorConsent: fc.constantFrom(false, false, false, true),
  obtainedFrom: fc.constantFrom(null, null, null, 'DEA', 'FBI'),
  reference: fc.constantFrom(...REFERENCES),
};

/** Labels of which some may be left out. */
const labels = <Values extends Record<string, unknown>>(values: {
  [Name in keyof Values]: fc.Arbitrary<Values[Name]>;
}) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record(values) },
    { weight: 1, arbitrary: fc.record(values, { requiredKeys: [] }) },
  );

const recordRow: fc.Arbitrary<Row> = labels({
  kind: fc.constantFrom(...KINDS),
  crimeAreas: orNull(fc.subarray(AREAS)),
  program: orNull(fc.constantFrom('OCDETF', 'HIDTA')),
  recordedOn: orNull(fc.constantFrom(...DAYS)),
  ...marks,
}).map((values) => ({ type: 'Record', labels: values }));

const caseRow: fc.Arbitrary<Row> = labels({
  status: orNull(fc.constantFrom('OPEN', 'CLOSED')),
  crimeAreas: orNull(fc.subarray(AREAS)),
  program: orNull(fc.constantFrom('OCDETF', 'HIDTA')),
}).map((values) => ({ type: 'Case', labels: values }));

const recordAnywhere = fc
  .tuple(recordRow, fc.option(caseRow))
  .map(([row, around]): Row => (around ? { ...row, enclosing: around } : row));

const personRow = fc
  .tuple(
    labels({
      minor: orNull(fc.boolean()),
      dataSubjectCategory: orNull(fc.constantFrom(...ROLES)),
      nationalities: fc.constantFrom(['US'], ['MX']),
    }),
    fc.option(fc.oneof(recordAnywhere, caseRow)),
  )
  .map(([values, around]): Row => ({ type: 'Person', labels: values, ...(around && { enclosing: around }) }));

/** Objects of the contract with what encloses them. */
export const rows: fc.Arbitrary<Row> = fc.oneof(recordAnywhere, caseRow, personRow);
export const recordRows = recordRow;
