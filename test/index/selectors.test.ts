import fc from 'fast-check';
import { shownInFull } from '../../policy/cell.ts';
import { evaluate, type Row } from '../../policy/condition/evaluate.ts';
import { FEATURES } from '../../matching/person/features.ts';
import { prepareNotifications } from '../../platform/notifications/store.ts';
import { SELECTOR_SOURCES, sourcesOf, type SelectorKind, type SelectorSource } from '../../schema/selectors.ts';
import { SUBJECT_TYPES } from '../../subgraphs/index/subjects.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { blindOf, contributeAll, id, record, sealed, type TestPointer } from './pointers.ts';
import { askingOf } from './selector-world.ts';

const QUERY = `query ($filter: RecordFilter!, $cases: CaseFilter!) {
  records(first: 100, filter: $filter) { totalCount edges { node { disclosure originator { code } record { id } } } }
  cases(first: 100, filter: $cases) { totalCount edges { node { disclosure originator { code } case { id } } } }
}`;
const CHECKS = `query ($selectors: [SelectorSought!]!) {
  selectorChecks(selectors: $selectors) {
    index recordCount caseCount
    records(first: 20) { disclosure originator { code } record { id } }
    cases(first: 20) { disclosure originator { code } case { id } }
  }
}`;

const ORIGINATORS = ['ICE', 'FBI', 'ATF', 'USSS', 'ICRF', 'DEA'] as const;
const VALUES = ['a', 'b', 'c'] as const;
const POINTERS = 150;

const subject = fc.oneof(
  fc.record({
    type: fc.constant('PERSON' as const),
    labels: fc.record(
      {
        minor: fc.constantFrom(false, false, true, null),
        dataSubjectCategory: fc.constantFrom('SUSPECT', 'VICTIM', null),
        nationalities: fc.subarray(['US', 'RU']),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: fc.constant('GROUP' as const), labels: fc.constant({ groupKind: 'cartel' }) }),
);

const pointer = fc.record({
  family: fc.constantFrom('Record' as const, 'Record' as const, 'Case' as const),
  labels: fc.record({
    crimeAreas: fc.subarray(['drug-trafficking', 'cybercrime']),
    program: fc.constantFrom('OCDETF', 'other', null),
  }),
  subjects: fc.array(subject, { maxLength: 3 }),
  /** Chosen among those that may stand there. */
  selectors: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...VALUES)), { minLength: 1, maxLength: 6 }),
});

const KINDS = { phone: 'PHONE', account: 'ACCOUNT', person: 'NAME_AND_BIRTH' } as const;
type Fields = Readonly<Partial<Record<keyof typeof KINDS, readonly string[]>>>;
const fields: fc.Arbitrary<Fields> = fc
  .record(
    {
      phone: fc.subarray([...VALUES], { minLength: 1 }),
      account: fc.subarray([...VALUES], { minLength: 1 }),
      person: fc.subarray([...VALUES], { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);

/** A value as it is blinded: of each kind by itself. */
const keyed = (kind: SelectorKind, value: string) => `${kind}:${value}`;

function filterOf(sought: Fields) {
  const values = Object.entries(sought).map(([name, texts]) => {
    const kind = KINDS[name as keyof typeof KINDS];
    const feature = kind === 'NAME_AND_BIRTH' ? FEATURES.NAME : undefined;
    const text = sealed(texts.map((value) => ({ text: keyed(kind, value), feature })));
    return [name, feature === undefined ? text : { sealed: text }] as const;
  });
  return Object.fromEntries(values);
}

/**
 * The rule, said row by row: at one level, everything sought leads to the pointer by an entry that stands in fields which
 * are opened for that level; where it is shown in full, they are, as is which subjects it has.
 */
function expected(pointer: TestPointer, { grant }: ReturnType<typeof askingOf>, sought: Fields): string | undefined {
  const { n, family, originator, labels, subjects = [], selectors = [] } = pointer;
  const around = { type: family, labels: { ...labels, reference: id(n) } };
  const isShown = (coordinate: string, row: Row) =>
    evaluate(shownInFull(grant.cell(originator, coordinate)), row) === true;
  const leads = (level: 'FULL' | 'CONTACT' | 'EXISTS', kind: SelectorKind, values: readonly string[]) =>
    selectors.some(({ source, subject: place, blind }) => {
      const { coordinate, beside } = SELECTOR_SOURCES.find(({ number }) => number === source)!;
      const of = place === undefined ? undefined : subjects[place]!;
      const row = of
        ? { type: SUBJECT_TYPES[of.type], labels: { ...of.labels, reference: of.id }, enclosing: around }
        : around;
      const isOpen = [coordinate, ...beside].every((one) =>
        level === 'FULL' ? isShown(one, row) : evaluate(grant.cell(originator, one).told[level], row) === true,
      );
      if (level === 'FULL' && of && !isShown(`${family}.subjects`, around)) return false;
      return isOpen && values.some((value) => blindOf(keyed(kind, value)) === blind);
    });
  const given = Object.entries(sought) as [keyof typeof KINDS, readonly string[]][];
  const levels = grant.levels(originator, family);
  return (['FULL', 'CONTACT', 'EXISTS'] as const).find(
    (level) =>
      evaluate(levels[level], around) === true && given.every(([name, values]) => leads(level, KINDS[name], values)),
  );
}

type Found = readonly (readonly [string, string, string | undefined])[];

describe('a search by selectors', () => {
  const index = useIndex();
  const dea = askingOf('DEA');
  const pointers = fc.sample(pointer, { numRuns: POINTERS, seed: 19_711_003 }).map(made);

  beforeAll(async () => {
    await prepareNotifications(index.url);
    await contributeAll(index.database, pointers);
  });

  const rule = (family: TestPointer['family'], sought: Fields, viewer = dea): Found =>
    pointers
      .filter((one) => one.family === family)
      .flatMap((one) => {
        const level = expected(one, viewer, sought);
        return level ? [[one.originator, level, level === 'FULL' ? id(one.n) : undefined] as const] : [];
      });

  it.each(['DEA', 'ICE', 'FBI'])(
    'finds for %s those pointers that the grant lets be found, one by one',
    async (agency) => {
      const viewer = askingOf(agency);
      const property = fc.asyncProperty(fields, async (sought) => {
        const variables = { filter: filterOf(sought), cases: filterOf(sought) };
        const { records, cases } = (await dataOf(index.database, viewer, QUERY, variables)) as Answer;
        const found = records.edges.map(({ node }) => foundIn(node));
        expect(found.sort()).toEqual([...rule('Record', sought, viewer)].sort());
        expect(cases.edges.map(({ node }) => foundIn(node)).sort()).toEqual([...rule('Case', sought, viewer)].sort());
        expect([records.totalCount, cases.totalCount]).toEqual([records.edges.length, cases.edges.length]);
      });
      await fc.assert(property, { numRuns: 40 });
    },
  );

  it('finds some, by subjects and by records themselves, at every level, so that the comparison is one', () => {
    const all = Object.keys(KINDS).flatMap((name) => rule('Record', { [name]: VALUES }));
    expect(new Set(all.map(([originator, level]) => `${originator} ${level}`))).toEqual(
      new Set(['ICE FULL', 'FBI CONTACT', 'ATF EXISTS', 'DEA FULL']),
    );
    expect(rule('Case', { phone: VALUES }).length).toBeGreaterThan(0);
  });

  it('finds the same of each when many are checked at once', async () => {
    const sought = Object.keys(KINDS).flatMap((name) => VALUES.map((value): Fields => ({ [name]: [value] })));
    const { selectorChecks } = (await dataOf(index.database, dea, CHECKS, { selectors: sought.map(filterOf) })) as {
      selectorChecks: readonly Check[];
    };
    expect(selectorChecks.map((check) => check.index)).toEqual(sought.map((_, at) => at));
    for (const [at, check] of selectorChecks.entries()) {
      const [records, cases] = [rule('Record', sought[at]!), rule('Case', sought[at]!)];
      expect([check.recordCount, check.caseCount]).toEqual([records.length, cases.length]);
      expect(check.records).toHaveLength(Math.min(records.length, 20));
      expect(records).toEqual(expect.arrayContaining(check.records.map(foundIn)));
      expect(cases).toEqual(expect.arrayContaining(check.cases.map(foundIn)));
    }
  });
});

interface Node {
  readonly disclosure: string;
  readonly originator: { readonly code: string };
  readonly record?: { readonly id: string } | null;
  readonly case?: { readonly id: string } | null;
}

interface Connection {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}

type Answer = Readonly<Record<'records' | 'cases', Connection>>;

interface Check {
  readonly index: number;
  readonly recordCount: number;
  readonly caseCount: number;
  readonly records: readonly Node[];
  readonly cases: readonly Node[];
}

function foundIn({ disclosure, originator, ...node }: Node): Found[number] {
  return [originator.code, disclosure, (node.record ?? node.case)?.id];
}

/** A pointer of which each selector stands where one of its kind may stand. */
function made({ family, labels, subjects, selectors }: PointerOf, n: number): TestPointer {
  const of = subjects.map((one, at) => ({ ...one, id: id(10_000 + n * 10 + at) }));
  const places: readonly { source: SelectorSource; subject?: number }[] = SELECTOR_SOURCES.flatMap((source) => {
    const type = source.coordinate.split('.')[0]!;
    const held = subjects.flatMap((one, at) => (SUBJECT_TYPES[one.type] === type ? [{ source, subject: at }] : []));
    const isOfRecord = family === 'Record' && !Object.values<string>(SUBJECT_TYPES).includes(type);
    return isOfRecord ? [{ source }] : held;
  }).filter(({ source }) => Object.values(KINDS).some((kind) => sourcesOf(kind).includes(source)));
  const entries = selectors.flatMap(([which, value]) => {
    const place = places[which % places.length];
    if (!place) return [];
    const kind = Object.values(KINDS).find((one) => sourcesOf(one).includes(place.source))!;
    const subject = place.subject === undefined ? {} : { subject: place.subject };
    return [{ source: place.source.number, ...subject, blind: blindOf(keyed(kind, value)) }];
  });
  const base = record(ORIGINATORS[n % ORIGINATORS.length]!, n, labels);
  const told = family === 'Case' ? { ...labels, status: 'OPEN' } : base.labels;
  return { ...base, family, labels: told, subjects: of, selectors: entries };
}

type PointerOf = typeof pointer extends fc.Arbitrary<infer One> ? One : never;
