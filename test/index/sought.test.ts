import { seal } from '../../matching/sealed.ts';
import { FEATURES } from '../../matching/person/features.ts';
import type { Labels } from '../../policy/condition/evaluate.ts';
import { prepareNotifications } from '../../platform/notifications/store.ts';
import { MOST_UNDER_A_KEY } from '../../subgraphs/index/search/entries-sql.ts';
import { ask, dataOf, refusalOf } from './ask.ts';
import { useIndex } from './database.ts';
import { blindOf, contributeAll, id, record, sealed, withdraw, type TestPointer } from './pointers.ts';
import { askingOf } from './selector-world.ts';

const RECORDS = `query ($filter: RecordFilter, $first: Int, $after: String, $orderBy: RecordOrder) {
  records(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { disclosure record { id } } }
  }
}`;
const CHECKS = `query ($selectors: [SelectorSought!]!, $first: Int) {
  selectorChecks(selectors: $selectors) { records(first: $first) { disclosure originator { code } record { id } } }
}`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly record: { readonly id: string } } }[];
}

const SUSPECT = { minor: false, dataSubjectCategory: 'SUSPECT', nationalities: ['US'] };
const { YEAR_AND_NAME, DATE_AND_WORD, MONTH_AND_NAME } = FEATURES;

/** No feature at all: it tells nothing. */
const NOTHING = 9999;

/** A record with persons, each with the keys of a name (source 5) and a telephone (source 1). */
function persons(
  originator: string,
  n: number,
  of: readonly { readonly labels?: Labels; readonly keys?: readonly string[]; readonly phone?: string }[],
  labels: Labels = {},
): TestPointer {
  const subjects = of.map((one, at) => ({
    id: id(5000 + n * 10 + at),
    type: 'PERSON' as const,
    labels: { ...SUSPECT, ...one.labels },
  }));
  const selectors = of.flatMap(({ keys = [], phone }, subject) => [
    ...keys.map((key) => ({ source: 5, subject, blind: blindOf(key) })),
    ...(phone === undefined ? [] : [{ source: 1, subject, blind: blindOf(phone) }]),
  ]);
  return { ...record(originator, n, labels), subjects, selectors };
}

const PERSON = sealed([
  { text: 'year', feature: YEAR_AND_NAME },
  { text: 'date', feature: DATE_AND_WORD },
  { text: 'day', feature: MONTH_AND_NAME },
  { text: 'loose', feature: NOTHING },
]);

describe('what is sought by selectors', () => {
  const index = useIndex();
  const dea = askingOf('DEA');
  const find = async (filter: object, more: object = {}): Promise<Found> =>
    ((await dataOf(index.database, dea, RECORDS, { filter, ...more })) as { records: Found }).records;
  const ids = ({ edges }: Found) => edges.map(({ node }) => node.record.id);

  const POINTERS = [
    persons('DEA', 1, [{ keys: ['date'] }], { recordedOn: '2020-01-01' }),
    persons('DEA', 2, [{ keys: ['year', 'date', 'day'], phone: 'p' }], { recordedOn: '2010-01-01' }),
    persons('DEA', 3, [{ keys: ['year'] }, { keys: ['date'] }], { recordedOn: '2021-01-01' }),
    persons('DEA', 4, [{ keys: ['loose'] }]),
    persons('ICE', 5, [
      { keys: ['year', 'date', 'day'], labels: { dataSubjectCategory: 'VICTIM' } },
      { keys: ['day'] },
    ]),
    persons('ICE', 6, [{ keys: ['year', 'day', 'loose'], phone: 'p' }]),
    persons('FBI', 7, [{ keys: ['year', 'date', 'day'] }]),
    persons('USSS', 8, [{ phone: 'quiet' }]),
  ];

  beforeAll(async () => {
    await prepareNotifications(index.url);
    await contributeAll(index.database, POINTERS);
  });

  it('is ranked by what one and the same person has in common with it, of those that may be found', async () => {
    expect(ids(await find({ person: { sealed: PERSON } }))).toEqual([2, 6, 3, 1, 5].map(id));
  });

  it('is not found by too little in common', async () => {
    const loosely = sealed([{ text: 'loose', feature: NOTHING }]);
    expect(ids(await find({ person: { sealed: loosely } }))).toEqual([]);
  });

  it('is ranked by a date where that is asked for', async () => {
    const found = await find({ person: { sealed: PERSON } }, { orderBy: 'RECORDED_ON_DESC' });
    expect(ids(found)).toEqual([3, 1, 2, 5, 6].map(id));
  });

  it.each(['RELEVANCE', 'RECORDED_ON_DESC'])('is on one page or another, once: %s', async (orderBy) => {
    const all = await find({ person: { sealed: PERSON } }, { orderBy });
    const turned: unknown[] = [];
    for (let after: string | null = null; ;) {
      const page: Found = await find({ person: { sealed: PERSON } }, { orderBy, first: 2, after });
      turned.push(...page.edges);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(turned).toEqual(all.edges);
    expect(turned).toHaveLength(all.totalCount);
  });

  it('is found with everything else that is asked for, and under any epoch of the key', async () => {
    const phone = sealed([{ text: 'p' }]);
    expect(ids(await find({ phone, person: { sealed: PERSON } }))).toEqual([2, 6].map(id));
    expect(ids(await find({ phone, originators: ['ICE'] }))).toEqual([id(6)]);
    expect(ids(await find({ phone, recordedFrom: '2010-01-01' }))).toEqual([id(2)]);
    const epochs = seal(['other', 'p'].map((text, at) => ({ epoch: at + 1, blind: blindOf(text) })));
    expect(ids(await find({ phone: epochs }))).toEqual([2, 6].map(id));
  });

  it('is sorted by nothing that means anything where no name is sought', async () => {
    expect(ids(await find({ originators: ['DEA'] }, { orderBy: 'RELEVANCE' }))).toEqual([1, 2, 3, 4].map(id));
  });

  it.each([
    ['in clear', { phone: '+1 202 555 0143' }],
    ['in clear, a person', { person: { surname: 'Doe' } }],
    ['a person without anything', { person: {} }],
    ['broken', { phone: `${sealed([{ text: 'p' }])}x` }],
  ])('BAD_FILTER: what is %s is refused, and not repeated', async (_, filter) => {
    const { errors } = await ask(index.database, dea, RECORDS, { filter });
    expect(errors?.[0]?.message).toMatch(/is not a sealed selector$/);
    expect(JSON.stringify(errors)).not.toMatch(/0143|Doe/);
    expect(await refusalOf(index.database, dea, RECORDS, { filter })).toBe('BAD_FILTER');
  });

  it.each([
    ['BAD_FILTER', 'none of the fields', { selectors: [{}] }],
    ['BAD_FILTER', 'two of them', { selectors: [{ phone: sealed([{ text: 'p' }]), email: sealed([{ text: 'p' }]) }] }],
    ['BAD_FILTER', 'too many', { selectors: Array(101).fill({ phone: sealed([{ text: 'p' }]) }) }],
    ['BAD_PAGE', 'too long a list', { selectors: [{ phone: sealed([{ text: 'p' }]) }], first: 21 }],
  ])('%s: checks are refused for %s', async (code, _, variables) => {
    expect(await refusalOf(index.database, dea, CHECKS, variables)).toBe(code);
  });

  it('is checked in no time when there is nothing to check', async () => {
    expect(await dataOf(index.database, dea, CHECKS, { selectors: [] })).toEqual({ selectorChecks: [] });
  });

  it('is told to an originator that only wants to hear of it, whether searched or checked, and to nobody else', async () => {
    const told = async () =>
      index.database.$queryRaw<readonly object[]>`
        SELECT originator, recipient, clauses, coordinates FROM notification.notification`;
    const quiet = { phone: sealed([{ text: 'quiet' }]) };
    const hit = {
      originator: 'USSS',
      recipient: 'DEA',
      clauses: ['selectors#usss'],
      coordinates: ['Person.phones'],
    };
    expect(await find(quiet)).toMatchObject({ totalCount: 0, edges: [] });
    expect(await told()).toEqual([hit]);
    const checks = await dataOf(index.database, dea, CHECKS, { selectors: [{ email: quiet.phone }, quiet] });
    expect(checks).toEqual({ selectorChecks: [{ records: [] }, { records: [] }] });
    expect(await told()).toEqual([hit, hit]);
    for (const filter of [
      { passport: quiet.phone },
      { phone: sealed([{ text: 'nothing' }]) },
      { ...quiet, originators: ['ICE'] },
      { ...quiet, email: sealed([{ text: 'nothing' }]) },
      { ...quiet, programs: ['OCDETF'] },
    ])
      await find(filter);
    expect(await told()).toEqual([hit, hit]);
  });

  it('is answered by the same bytes whatever is hidden', async () => {
    const question = `query ($filter: RecordFilter, $selectors: [SelectorSought!]!) {
      records(filter: $filter) { totalCount edges { cursor node { disclosure originator { code } record { id } } } }
      selectorChecks(selectors: $selectors) { recordCount caseCount records { disclosure record { id } } }
    }`;
    const phone = sealed([{ text: 'p' }]);
    const variables = {
      filter: { person: { sealed: PERSON } },
      selectors: [{ phone }, { person: { sealed: PERSON } }],
    };
    const answer = async () => JSON.stringify(await ask(index.database, dea, question, variables));
    const before = await answer();
    const keys = ['year', 'date', 'day'];
    const victim = { dataSubjectCategory: 'VICTIM', minor: true };
    const hidden = [
      persons('ICE', 50, [{ keys, phone: 'p', labels: victim }]),
      persons('ICE', 51, [{ keys, phone: 'p' }], { notReleasableTo: ['DEA'] }),
      persons('ICRF', 52, [{ keys, phone: 'p' }]),
      persons('ATF', 53, [{ keys, phone: 'p' }]),
      persons('USSS', 54, [{ keys, phone: 'p' }]),
      persons('ICE', 6, [
        { keys: ['year', 'day', 'loose'], phone: 'p' },
        { keys, phone: 'p', labels: victim },
      ]),
    ];
    await contributeAll(index.database, hidden);
    expect(await answer()).toBe(before);
    for (const pointer of hidden.slice(0, 5)) await withdraw(index.database, pointer);
    await contributeAll(index.database, [POINTERS[5]!]);
    expect(await answer()).toBe(before);
  });

  it('is looked for under one key among so many of an agency and no more, whatever others have under it', async () => {
    const crowd = (originator: string) => index.database.$executeRaw`
      INSERT INTO selector (blind, pointer, source, subject, originator)
      SELECT ${Buffer.from(blindOf('common'), 'base64url').toString('hex')}::uuid, ${id(0)}::uuid, 1, 0, ${originator}
      FROM generate_series(1, ${MOST_UNDER_A_KEY}::int)`;
    await contributeAll(index.database, [persons('DEA', 90, [{ phone: 'common' }])]);
    const found = async () => ids(await find({ phone: sealed([{ text: 'common' }]) }));
    await crowd('ICE');
    await crowd('USSS');
    expect(await found()).toEqual([id(90)]);
    await crowd('DEA');
    expect(await found()).toEqual([]);
  });
});
