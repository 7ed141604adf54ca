import { randomUUID } from 'node:crypto';
import { FEATURES } from '../../../matching/person/features.ts';
import { prepareNotifications } from '../../../platform/notifications/store.ts';
import { contribute } from '../../../subgraphs/index/contribution/contribute.ts';
import { answerLoad } from '../../../subgraphs/index/contribution/load/answer.ts';
import { readLoad } from '../../../subgraphs/index/contribution/load/read.ts';
import { lookOnce } from '../../../subgraphs/index/leads/look.ts';
import { dataOf } from '../ask.ts';
import { useIndex } from '../database.ts';
import { contributeAll, id, withdraw, type TestPointer } from '../pointers.ts';
import { PHONES, REGISTRATIONS, SURNAME, aCase, leading, phone } from './lead-world.ts';

const QUERY = `{ leads(first: 100) { edges { node {
  rule status districts newDistricts sharedBy case { id } other { disclosure originator { code } case { id } } } } } }`;

interface Told {
  readonly rule: string;
  readonly districts: readonly string[];
  readonly newDistricts: readonly string[];
  readonly sharedBy: readonly string[];
  readonly case: { readonly id: string };
  readonly other: { readonly disclosure: string; readonly case: { readonly id: string } | null };
}

describe('leads', () => {
  const index = useIndex();
  beforeAll(() => prepareNotifications(index.url));
  beforeEach(() =>
    index.loads.query('TRUNCATE pointer, once_owned, selector, contribution, load, lead, lead_due CASCADE'),
  );

  const look = async () => {
    while (await lookOnce(index.loads));
  };
  const told = async (viewer = leading('DEA')): Promise<readonly Told[]> => {
    const data = (await dataOf(index.database, viewer, QUERY)) as { leads: { edges: { node: Told }[] } };
    return data.leads.edges.map(({ node }) => node);
  };
  const bring = async (...cases: readonly TestPointer[]) => {
    for (const one of cases) {
      await contributeAll(index.database, [one]);
      await look();
    }
    return told();
  };
  const rules = (leads: readonly Told[]) => leads.map(({ rule }) => rule).sort();
  /** Both orders of arrival. */
  const ORDERS = [
    ['first', (own: TestPointer, other: TestPointer) => [own, other]],
    ['last', (own: TestPointer, other: TestPointer) => [other, own]],
  ] as const;

  describe.each(ORDERS)('of the agency whose case comes %s', (_, inOrder) => {
    it('come from a selector that both have', async () => {
      const leads = await bring(...inOrder(aCase('DEA', 1, [phone('a')]), aCase('ICE', 2, [phone('b'), phone('a')])));
      expect(leads.find(({ rule }) => rule === 'SHARED_SELECTOR')).toEqual({
        rule: 'SHARED_SELECTOR',
        status: 'NEW',
        districts: ['D-DEA'],
        newDistricts: [],
        sharedBy: ['Person.phones'],
        case: { id: id(1) },
        other: { disclosure: 'FULL', originator: { code: 'ICE' }, case: { id: id(2) } },
      });
      expect((await told(leading('ICE'))).map((lead) => [lead.rule, lead.case.id, lead.other.case?.id])).toContainEqual(
        ['SHARED_SELECTOR', id(2), id(1)],
      );
    });

    it('come from one organization', async () => {
      const organization = { type: 'ORGANIZATION', labels: {}, selectors: [[REGISTRATIONS, 'r']] } as const;
      const leads = await bring(
        ...inOrder(aCase('DEA', 1, [organization]), aCase('ICE', 2, [organization], { districts: ['D-DEA'] })),
      );
      expect(leads.map(({ rule, sharedBy }) => [rule, sharedBy])).toEqual([
        ['SHARED_ORGANIZATION', ['Organization.registrations']],
      ]);
    });

    it('come from a district in which the agency has no case on the target', async () => {
      const known = aCase('DEA', 3, [phone('a')], { districts: ['known'] });
      await contributeAll(index.database, [known]);
      const leads = await bring(
        ...inOrder(aCase('DEA', 1, [phone('a')]), aCase('ICE', 2, [phone('a')], { districts: ['known', 'new'] })),
      );
      expect(leads.filter(({ rule }) => rule === 'NEW_DISTRICT').map(({ newDistricts }) => newDistricts)).toEqual([
        ['new'],
        ['new'],
      ]);
    });

    it('come from enough of a name', async () => {
      const named = (...keys: readonly (readonly [number, string])[]) => ({
        selectors: keys.map(([feature, text]) => [SURNAME, `NAME_AND_BIRTH:${feature}:${text}`] as const),
      });
      const { NAME, BEGINNINGS, NAME_LOOSELY } = FEATURES;
      const alike = [
        [NAME, 'a'],
        [NAME, 'b'],
        [NAME, 'c'],
        [BEGINNINGS, 'a'],
      ] as const;
      const more = [...alike, [NAME_LOOSELY, 'a']] as const;
      const same = { districts: ['D-DEA'] };
      expect(
        await bring(...inOrder(aCase('DEA', 1, [named(...alike)]), aCase('ICE', 2, [named(...more)], same))),
      ).toEqual([]);
      expect(rules(await bring(aCase('DEA', 1, [named(...more)])))).toEqual(['SHARED_SELECTOR']);
    });
  });

  describe('to a new district', () => {
    const other = aCase('ICE', 2, [phone('a')], { districts: ['new'] });
    const later = aCase('DEA', 3, [phone('a')], { districts: ['new'] });
    beforeEach(() => bring(aCase('DEA', 1, [phone('a')]), other));

    it('vanish when the agency has a case on the target there, and come back when it has none', async () => {
      expect(rules(await told())).toEqual(['NEW_DISTRICT', 'SHARED_SELECTOR']);
      expect(rules(await bring(later))).toEqual(['SHARED_SELECTOR', 'SHARED_SELECTOR']);
      await withdraw(index.database, later);
      expect(rules(await told())).toEqual(['NEW_DISTRICT', 'SHARED_SELECTOR']);
    });

    it('stay once they were answered: the case may be what came of it', async () => {
      const { rows } = await index.loads.query<{ id: string }>(
        `SELECT id FROM lead WHERE agency = 'DEA' AND rule = 'NEW_DISTRICT'`,
      );
      const accept = `mutation { acceptLead(id: "${randomUUID()}", lead: "${rows[0]!.id}") { newDistricts } }`;
      expect(await dataOf(index.database, leading('DEA'), accept)).toEqual({ acceptLead: { newDistricts: ['new'] } });
      const after = (await bring(later)).filter(({ rule }) => rule === 'NEW_DISTRICT');
      expect(after).toMatchObject([{ status: 'ACCEPTED', newDistricts: ['new'], case: { id: id(1) } }]);
    });
  });

  it('come from what is loaded in bulk, too', async () => {
    await contributeAll(index.database, [aCase('DEA', 1, [phone('a')])]);
    const { family: _, n, labels, subjects, selectors } = aCase('ICE', 2, [phone('a')], { districts: ['D-DEA'] });
    const call = (body: object) => answerLoad(index.loads, readLoad({ agency: 'ICE', load: 'file', ...body }));
    await call({ step: 'BEGIN' });
    const pointer = { contactId: null, labels, subjects, selectors, epoch: 1 };
    await call({
      step: 'LINES',
      from: 0,
      until: 1,
      rejected: 0,
      entries: [{ line: 1, type: 'CASE', id: id(n), pointer }],
    });
    await look();
    expect(rules(await told())).toEqual(['SHARED_SELECTOR']);
  });

  it('are made once, however many look', async () => {
    const cases = Array.from({ length: 60 }, (_, n) => aCase(n % 2 ? 'ICE' : 'DEA', n + 1, [phone(`p${n >> 1}`)]));
    await contributeAll(index.database, cases);
    await Promise.all(Array.from({ length: 4 }, look));
    await contributeAll(index.database, cases);
    await Promise.all(Array.from({ length: 4 }, look));
    const { rows } = await index.loads.query('SELECT rule, count(*)::int FROM lead GROUP BY rule ORDER BY rule');
    expect(rows).toEqual([
      { rule: 'NEW_DISTRICT', count: 60 },
      { rule: 'SHARED_SELECTOR', count: 60 },
    ]);
  });

  it('do not come from a selector that more than two hundred cases of an agency have', async () => {
    await contributeAll(
      index.database,
      Array.from({ length: 201 }, (_, n) => aCase('ICE', n + 10, [phone('hot')])),
    );
    expect(await bring(aCase('DEA', 1, [phone('hot')]))).toEqual([]);
    await withdraw(index.database, aCase('ICE', 10, []));
    expect(rules(await bring(aCase('DEA', 1, [phone('hot')])))).toContain('SHARED_SELECTOR');
  });

  it('do not come from two cases of one agency, nor from a record', async () => {
    await bring(aCase('ICE', 1, [phone('a')]), aCase('ICE', 2, [phone('a')]));
    await bring({ ...aCase('DEA', 3, [phone('a')]), family: 'Record', labels: { kind: 'REPORT_OF_INVESTIGATION' } });
    const { rows } = await index.loads.query('SELECT FROM lead');
    expect(rows).toEqual([]);
  });

  describe('vanish', () => {
    const [own, other] = [aCase('DEA', 1, [phone('a')]), aCase('ICE', 2, [phone('a')])];
    beforeEach(async () => expect(await bring(own, other)).toHaveLength(2));

    it('with the other case, before anybody looks, and for good', async () => {
      await withdraw(index.database, other);
      expect(await told()).toEqual([]);
      await look();
      expect((await index.loads.query('SELECT FROM lead')).rows).toEqual([]);
    });

    it('with what the two had in common', async () => {
      await contributeAll(index.database, [aCase('ICE', 2, [phone('b')])]);
      expect(await told()).toEqual([]);
      await look();
      expect((await index.loads.query('SELECT FROM lead')).rows).toEqual([]);
    });

    it('with the clause, and come back with it', async () => {
      expect(await told(leading('DEA', { without: 'ice' }))).toEqual([]);
      expect(await told(leading('DEA', { area: 'cybercrime' }))).toEqual([]);
      expect(await told()).toHaveLength(2);
    });

    it('where a selector may not be searched by, within the case as it is', async () => {
      await contributeAll(index.database, [aCase('ICE', 2, [phone('a')], { crimeAreas: ['cybercrime'] })]);
      expect(await told()).toEqual([]);
    });

    it('not while the keys are changed: answers stay with them', async () => {
      const { rows } = await index.loads.query<{ id: string }>(
        `SELECT id FROM lead WHERE agency = 'DEA' ORDER BY rule`,
      );
      const renewed = (one: TestPointer) => ({ ...one, selectors: [{ source: PHONES, subject: 0, blind: RENEWED }] });
      await reblind(renewed(own));
      expect(await told()).toEqual([]);
      await look();
      await reblind(renewed(other));
      await look();
      const after = await index.loads.query<{ id: string }>(`SELECT id FROM lead WHERE agency = 'DEA' ORDER BY rule`);
      expect(after.rows).toEqual(rows);
      expect(await told()).toHaveLength(2);
    });
  });

  const RENEWED = Buffer.alloc(16, 9).toString('base64url');
  const reblind = ({ originator, n, labels, subjects, selectors }: TestPointer) =>
    contribute(index.database, originator, [
      {
        sequence: 1_000_000n,
        op: 'UPSERT',
        type: 'CASE',
        id: id(n),
        pointer: { contactId: null, labels, subjects: subjects!, selectors: selectors!, epoch: 2 },
      },
    ]);

  it('tell no more of the other case than that there is one, where no more is agreed', async () => {
    const leads = await bring(aCase('DEA', 1, [phone('a')]), aCase('FBI', 2, [phone('a')]));
    expect(leads.map(({ rule, other }) => [rule, other])).toEqual([
      ['SHARED_SELECTOR', { disclosure: 'EXISTS', originator: { code: 'FBI' }, case: null }],
    ]);
    expect(await told(leading('FBI'))).toEqual([]);
  });

  it('are none where only the originator would be told', async () => {
    expect(await bring(aCase('DEA', 1, [phone('a')]), aCase('USSS', 2, [phone('a')]))).toEqual([]);
  });
});
