import { askingForNothing, asking } from './world.ts';
import { purposes } from '../../schema/purposes.ts';
import { ask, dataOf, refusalOf } from './ask.ts';
import { contact, contributeAll, id, record } from './pointers.ts';
import { useIndex } from './database.ts';

const RECORDS = `query ($filter: RecordFilter, $first: Int, $after: String, $orderBy: RecordOrder) {
  records(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor node { disclosure originator { code } record { __typename id } contact { __typename id } } }
  }
}`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
}

describe('a search of the index', () => {
  const index = useIndex();
  const dea = asking('DEA');

  beforeAll(() =>
    contributeAll(index.database, [
      record('DEA', 1, { crimeAreas: ['cybercrime'], recordedOn: '2012-01-01' }),
      record('ICE', 11, { program: 'OCDETF', recordedOn: '2010-01-01' }, 91),
      record('ICE', 12, { program: 'OCDETF', recordedOn: '2011-01-01' }, 92),
      record('ICE', 13, { program: 'other', recordedOn: '2020-01-01' }, 96),
      record('ICE', 14, { kind: 'FINANCIAL_MATERIAL', recordedOn: '2019-01-01' }),
      record('ICE', 15, { crimeAreas: ['cybercrime'], recordedOn: '2018-01-01' }),
      record('ICE', 16, { kind: 'WIRETAP_INTERCEPT' }),
      record('ICE', 17, { notReleasableTo: ['DEA'] }),
      record('FBI', 21, { program: 'OCDETF', recordedOn: '2013-01-01' }, 93),
      record('FBI', 22, { program: 'OCDETF' }),
      record('ATF', 31, { program: 'OCDETF', recordedOn: '2014-01-01' }, 94),
      record('ICRF', 41),
      contact('ICE', 91),
      contact('ICE', 92, { contactRole: 'ATTACHE' }),
      contact('ICE', 96, { onCall: false }),
      contact('FBI', 90),
      contact('FBI', 93, { onCall: false }),
      contact('ATF', 94),
      contact('DEA', 95, { onCall: true }),
    ]),
  );

  const find = async (filter: object | undefined, more: object = {}, viewer = dea): Promise<Found> => {
    const data = await dataOf(index.database, viewer, RECORDS, { filter, ...more });
    return (data as { records: Found }).records;
  };
  const told = ({ edges }: Found) =>
    edges.map(({ node }) => [
      node.disclosure,
      (node.originator as { code: string }).code,
      (node.record as { id: string } | null)?.id,
    ]);

  it('lists what is disclosed in full, and nothing else', async () => {
    const found = await find(undefined);
    expect(told(found)).toEqual([
      ['FULL', 'DEA', id(1)],
      ['FULL', 'ICE', id(12)],
      ['FULL', 'ICE', id(11)],
      ['FULL', 'ICE', id(13)],
      ['FULL', 'ICE', id(14)],
    ]);
    expect(found.totalCount).toBe(5);
  });

  it('does not take a choice of originators for a search', async () => {
    expect(told(await find({ originators: ['FBI', 'ATF'] }))).toEqual([]);
  });

  it('finds a contact or existence by the fields that their clauses name', async () => {
    const { edges, totalCount } = await find({ crimeAreas: ['drug-trafficking'], originators: ['FBI', 'ATF'] });
    const nodes = edges.map(({ node }) => node);
    expect(nodes).toHaveLength(3);
    expect(nodes).toEqual(
      expect.arrayContaining([
        {
          disclosure: 'CONTACT',
          originator: { code: 'FBI' },
          record: null,
          contact: { __typename: 'FbiLiaisonContact', id: id(93) },
        },
        {
          disclosure: 'CONTACT',
          originator: { code: 'FBI' },
          record: null,
          contact: { __typename: 'FbiLiaisonContact', id: id(90) },
        },
        { disclosure: 'EXISTS', originator: { code: 'ATF' }, record: null, contact: null },
      ]),
    );
    expect(totalCount).toBe(3);
  });

  it('finds nothing by a field that is closed', async () => {
    expect(told(await find({ programs: ['OCDETF'], originators: ['FBI', 'ATF'] }))).toEqual([]);
    expect(told(await find({ kinds: ['REPORT_OF_INVESTIGATION'], originators: ['FBI'] }))).toEqual([]);
    expect(told(await find({ occurredFrom: '1900-01-01', originators: ['ICE'] }))).toEqual([]);
  });

  it('finds by a field only on the rows on which that is shown', async () => {
    const found = await find({ recordedFrom: '2000-01-01', originators: ['ICE'] });
    expect(told(found).map(([, , record]) => record)).toEqual([id(12), id(11)]);
  });

  it('sorts by a date only where that is shown', async () => {
    const found = await find({ originators: ['ICE'] });
    expect(told(found).map(([, , record]) => record)).toEqual([id(12), id(11), id(13), id(14)]);
    const byOther = await find({ originators: ['ICE'] }, { orderBy: 'OCCURRED_ON_DESC' });
    expect(told(byOther).map(([, , record]) => record)).toEqual([id(11), id(12), id(13), id(14)]);
  });

  it('names the contact of a record in full only where that field is shown, else the one on call', async () => {
    const { edges } = await find({ originators: ['ICE'] });
    const contacts = edges.map(({ node }) => (node.contact as { id: string }).id);
    expect(new Set(contacts)).toEqual(new Set([id(91)]));
  });

  it('shows nothing of others for another purpose, or for none, and everything of one’s own', async () => {
    expect(told(await find({ crimeAreas: ['drug-trafficking'] }, {}, asking('ICRF')))).toEqual([
      ['FULL', 'ICRF', id(41)],
    ]);
    expect(told(await find({ crimeAreas: ['cybercrime'] }, {}, asking('DEA', { area: 'terrorism' })))).toEqual([
      ['FULL', 'DEA', id(1)],
    ]);
    expect((await find(undefined, {}, askingForNothing('ICE'))).totalCount).toBe(7);
  });

  it('gives every hit on one page or another, once', async () => {
    for (const orderBy of ['RECORDED_ON_DESC', 'OCCURRED_ON_DESC']) {
      const filter = { crimeAreas: ['drug-trafficking', 'cybercrime'] };
      const all = await find(filter, { first: 100, orderBy });
      const turned: unknown[] = [];
      let after: string | null = null;
      for (;;) {
        const page: Found = await find(filter, { first: 2, after, orderBy });
        turned.push(...page.edges);
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(turned).toEqual(all.edges);
      expect(turned).toHaveLength(all.totalCount);
    }
  });

  it('counts without a page', async () => {
    expect(await find({ originators: ['ICE'] }, { first: 0 })).toMatchObject({
      totalCount: 4,
      edges: [],
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });

  it('answers only labels that conditions read', async () => {
    const query = `{ records(filter: { originators: ["ICE"], programs: ["other"] }) {
      edges { node { labels(names: ["program", "kind", "office", "obtainedFrom", "recordedOn"]) } } } }`;
    expect(await dataOf(index.database, dea, query)).toEqual({
      records: {
        edges: [{ node: { labels: { program: 'other', kind: 'REPORT_OF_INVESTIGATION', obtainedFrom: null } } }],
      },
    });
  });

  it.each([
    ['BAD_PAGE', 'too many edges', { first: 101 }],
    ['BAD_PAGE', 'a negative size', { first: -1 }],
    ['BAD_FILTER', 'a day that there is not', { filter: { recordedFrom: '2010-02-30' } }],
    ['BAD_FILTER', 'a text with NUL', { filter: { programs: ['\0'] } }],
    ['BAD_FILTER', 'half a character', { filter: { programs: ['\ud800'] } }],
    ['BAD_FILTER', 'a long text', { filter: { programs: ['x'.repeat(201)] } }],
    ['BAD_FILTER', 'a long list', { filter: { originators: Array.from({ length: 101 }, () => 'ICE') } }],
    ['BAD_FILTER', 'an area that there is not', { filter: { crimeAreas: ['drug-trafficking', 'nonsense'] } }],
    ['BAD_FILTER', 'an agency that there is not', { filter: { originators: ['XYZ'] } }],
    ['BAD_FILTER', 'an agency in small letters', { filter: { originators: ['ice'] } }],
    ['BAD_FILTER', 'days in the wrong order', { filter: { recordedFrom: '2012-01-02', recordedUntil: '2012-01-01' } }],
    ['BAD_FILTER', 'days in the wrong order', { filter: { occurredFrom: '2012-01-02', occurredUntil: '2012-01-01' } }],
    ['BAD_CURSOR', 'no text', { after: '' }],
    ['BAD_CURSOR', 'a text of one’s own', { after: 'A'.repeat(60) }],
  ])('refuses with %s: %s', async (code, _, variables) => {
    expect(await refusalOf(index.database, dea, RECORDS, variables)).toBe(code);
  });

  it.each([
    ['ice', '`originators[1]` is no code of an agency: did you mean `ICE`?'],
    ['Doe, Jane', /^`originators\[1\]` is no code of an agency: one of .*`DEA`/u],
  ])('names the nearest agency, or all, and does not repeat what was given: %s', async (code, message) => {
    const { errors } = await ask(index.database, dea, RECORDS, { filter: { originators: ['DEA', code] } });
    expect(errors?.[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(errors?.[0]?.message).not.toContain(code);
  });

  it('names the nearest area, or all', async () => {
    const told = async (area: string) => {
      const { errors } = await ask(index.database, dea, RECORDS, { filter: { crimeAreas: [area] } });
      return errors?.[0]?.message;
    };
    expect(await told('drugs-trafficking')).toBe(
      '`crimeAreas[0]` is no code of an area of crime: did you mean `drug-trafficking`?',
    );
    const all = (await told('nonsense')) ?? '';
    for (const area of purposes.areas.keys()) expect(all).toContain(`\`${area}\``);
    expect(all.length).toBeLessThan(500);
  });

  it.each([{ areas: ['nonsense'] }, { hostCountries: ['fr'] }, { hostCountries: ['France'] }])(
    'refuses contacts by what nothing can be compared with, BAD_FILTER: %j',
    async (filter) => {
      const query = 'query ($filter: LiaisonContactFilter) { liaisonContacts(filter: $filter) { totalCount } }';
      expect(await refusalOf(index.database, dea, query, { filter })).toBe('BAD_FILTER');
    },
  );

  it('refuses the same to everybody: it depends on no agreement', async () => {
    const refused = (viewer: typeof dea) =>
      ask(index.database, viewer, RECORDS, { filter: { crimeAreas: ['nonsense'], originators: ['XYZ'] } });
    expect(await refused(askingForNothing('ICRF'))).toEqual(await refused(dea));
  });

  it('answers an empty list, a day by itself, and values that are data of agencies', async () => {
    for (const filter of [
      { originators: [] },
      { crimeAreas: [] },
      { programs: ['nonsense'] },
      { recordedFrom: '2012-01-01', recordedUntil: '2012-01-01', originators: ['ATF'] },
    ])
      expect(told(await find(filter))).toEqual([]);
  });

  it('refuses a cursor that was given to another viewer, for another purpose, or in another query: BAD_CURSOR', async () => {
    const { edges } = await find(undefined);
    const after = edges[0]!.cursor;
    const refusal = (viewer = dea, more: object = {}) => refusalOf(index.database, viewer, RECORDS, { after, ...more });
    expect((await find(undefined, { after })).edges).toHaveLength(4);
    expect(await refusal(asking('DEA', { sub: 'another@DEA' }))).toBe('BAD_CURSOR');
    expect(await refusal(asking('DEA', { area: 'terrorism' }))).toBe('BAD_CURSOR');
    expect(await refusal(dea, { filter: { kinds: ['WIRETAP_INTERCEPT'] } })).toBe('BAD_CURSOR');
    expect(await refusal(dea, { orderBy: 'OCCURRED_ON_DESC' })).toBe('BAD_CURSOR');
    expect(await refusal(dea, { after: `${after.slice(0, -2)}AA` })).toBe('BAD_CURSOR');
  });
});
