import { seal } from '../../matching/sealed.ts';
import { FEATURES } from '../../matching/person/features.ts';
import { prepareNotifications } from '../../platform/notifications/store.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { MOST_COUNTED } from '../../subgraphs/index/search/page.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { fillIndex } from './filled.ts';
import { customReadings, genericReadings, recording, type Reading } from './plans.ts';
import { askingOf } from './selector-world.ts';

const POINTERS = 40_000;

/** What a page may read: some rows of every originator for each that it shows, whatever the index holds. */
const A_PAGE = 1500;

const selector = (n: number) => seal([{ epoch: 1, blind: blindOf(n) }]);
const person = {
  sealed: seal([3, 4, 5, 6].map((n) => ({ epoch: 1, feature: FEATURES.NAME, blind: blindOf(n) }))),
};

/** The nth selector of `fillIndex`. */
function blindOf(n: number): string {
  return Buffer.from(n.toString(16).padStart(32, '0'), 'hex').toString('base64url');
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const page = (field: string, args: string, asked = 'edges { cursor node { disclosure } }') =>
  `{ ${field}${args && `(${args})`} { ${asked} } }`;

const SELECTOR = 'selector_';
const BY_ID = 'pointer_pkey';

/** Every kind of question, what of the index it is answered by, and how many rows may be read for it at most. */
const QUESTIONS: readonly (readonly [string, string, readonly string[], number])[] = [
  ['an exact check', page('records', `filter: { phone: "${selector(7)}" }`), [SELECTOR, BY_ID], 200],
  ['its count', page('records', `filter: { phone: "${selector(7)}" }`, 'totalCount'), [SELECTOR, BY_ID], 400],
  ['a person', page('records', `filter: { person: { sealed: "${person.sealed}" } }`), [SELECTOR, BY_ID], 800],
  [
    'a batch',
    `{ selectorChecks(selectors: [${Array.from({ length: 100 }, (_, n) => `{ phone: "${selector(n)}" }`).join()}]) {
      recordCount records { disclosure } cases { disclosure } } }`,
    [SELECTOR, BY_ID],
    20_000,
  ],
  [
    'a target profile',
    page('targetProfile', `of: { phone: "${selector(7)}" }`, 'truncated'),
    [SELECTOR, BY_ID],
    20_000,
  ],
  ['a listing', page('records', ''), ['pointer_originator_recorded_on_id_idx'], A_PAGE],
  [
    'a page by another date',
    page('records', 'orderBy: OCCURRED_ON_DESC'),
    ['pointer_originator_occurred_on_id_idx'],
    A_PAGE,
  ],
  [
    'a filtered page by date',
    page('records', 'filter: { recordedFrom: "2012-01-01", recordedUntil: "2013-01-01" }'),
    ['pointer_originator_recorded_on_id_idx'],
    A_PAGE,
  ],
  [
    'a filtered page by area',
    page('records', 'filter: { crimeAreas: ["drug-trafficking"] }'),
    ['pointer_originator_recorded_on_id_idx'],
    A_PAGE,
  ],
  [
    'a filtered page by an area that is rare',
    page('records', 'filter: { crimeAreas: ["cultural-property"] }'),
    ['pointer_crime_areas_idx'],
    2500,
  ],
  ['a listing of cases', page('cases', ''), ['pointer_originator_opened_on_id_idx'], A_PAGE],
  [
    'the contacts of an agency',
    page('liaisonContacts', 'filter: { originators: ["DEA"] }'),
    ['pointer_type_originator_id_idx'],
    A_PAGE,
  ],
  ['a look-up by id', `{ record(id: "${id(17)}") { id } }`, [BY_ID], 10],
];

describe('the plans of PostgreSQL', () => {
  const index = useIndex();

  beforeAll(async () => {
    await prepareNotifications(index.url);
    await fillIndex(index.loads, POINTERS);
  });

  const statementsOf = async (run: (database: PrismaClient) => Promise<unknown>) => {
    const { database, statements } = recording(index.database);
    await run(database);
    expect(statements.length).toBeGreaterThan(0);
    return statements;
  };
  /** Nothing is read from end to end: no table, and no index. */
  const isDriven = (readings: readonly Reading[]) => {
    const ours = readings.filter(({ table }) => table === 'pointer' || table.startsWith('selector'));
    for (const reading of ours) {
      expect(reading).toMatchObject({ how: expect.not.stringMatching(/^(Parallel )?Seq/) as string });
      expect(reading.by).toBeDefined();
    }
    return ours;
  };

  it.each(QUESTIONS)('look up %s', async (_, query, indexes, most) => {
    const statements = await statementsOf((database) => dataOf(database, askingOf('DEA'), query));
    let rows = 0;
    const used = new Set<string>();
    for (const statement of statements) {
      const custom = isDriven(await customReadings(index.loads, statement));
      for (const { index: name, rows: read } of custom) {
        used.add(name ?? '');
        rows += read ?? 0;
      }
      isDriven(await genericReadings(index.loads, statement));
    }
    for (const wanted of indexes) expect([...used].some((name) => name.startsWith(wanted))).toBe(true);
    expect(rows).toBeLessThanOrEqual(most);
  });

  it('are spared a count of more than are counted', async () => {
    const count = (args: string) => dataOf(index.database, askingOf('DEA'), page('records', args, 'totalCount'));
    expect(await count('')).toEqual({ records: { totalCount: MOST_COUNTED } });
    const some = (await count('filter: { crimeAreas: ["cultural-property"] }')) as { records: { totalCount: number } };
    expect(some.records.totalCount).toBeLessThan(MOST_COUNTED);
  });

  it('read no more for a page further on', async () => {
    const query = (after: string) => `{ records(first: 100${after}) { pageInfo { endCursor } } }`;
    let after = '';
    for (let turned = 0; turned < 12; turned += 1) {
      const data = await dataOf(index.database, askingOf('DEA'), query(after));
      after = `, after: "${(data as { records: { pageInfo: { endCursor: string } } }).records.pageInfo.endCursor}"`;
    }
    const statements = await statementsOf((database) => dataOf(database, askingOf('DEA'), query(after)));
    for (const statement of statements) {
      const readings = isDriven(await customReadings(index.loads, statement));
      expect(readings.reduce((sum, { rows }) => sum + rows!, 0)).toBeLessThanOrEqual(A_PAGE);
    }
  });

  it('look up, for an originator that only wants to hear of a search, what that finds', async () => {
    const query = page('records', `filter: { phone: "${selector(7)}" }`);
    const statements = await statementsOf((database) => dataOf(database, askingOf('DEA'), query));
    const silent = statements.filter(({ text }) => text.includes('INSERT INTO notification'));
    expect(silent).toHaveLength(1);
    isDriven(await customReadings(index.loads, silent[0]!));
  });

  it.each([
    ['a withdrawal', { op: 'WITHDRAW' as const }],
    ['a change', { op: 'UPSERT' as const, pointer: { contactId: null, labels: {} } }],
  ])('look up what %s takes away', async (_, change) => {
    const { statements, database } = recordingTransactions(index.database);
    await contribute(database, 'ICE', [{ sequence: 1n, type: 'RECORD', id: id(1), ...change }]).catch(() => undefined);
    const written = statements.filter(({ text }) => /DELETE FROM (selector|pointer)|INSERT INTO pointer/.test(text));
    expect(written.length).toBeGreaterThan(1);
    for (const statement of written) {
      isDriven(await customReadings(index.loads, statement));
      isDriven(await genericReadings(index.loads, statement));
    }
  });
});

/** What is done within a transaction is recorded, too; and nothing of it stays. */
function recordingTransactions(database: PrismaClient) {
  const statements: ReturnType<typeof recording>['statements'] = [];
  const wrapped = new Proxy(database, {
    get(target, name) {
      if (name !== '$transaction') return Reflect.get(target, name) as unknown;
      return (run: (transaction: PrismaClient) => Promise<unknown>) =>
        target.$transaction(async (transaction) => {
          const recorded = recording(transaction as PrismaClient);
          await run(recorded.database);
          statements.push(...recorded.statements);
          throw new Error('undone');
        });
    },
  });
  return { database: wrapped, statements };
}
