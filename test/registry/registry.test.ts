import { composeServices } from '@apollo/composition';
import { execute, parse } from 'graphql';
import { contract } from '../../schema/contract.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';
import { buildSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { buildRegistrySubgraph } from '../../subgraphs/registry/subgraph.ts';
import { NOBODY, NOW, NO_RECORDS, agreement, asking, parties, shelfOf } from './world.ts';

const ofc = agreement('ofc', ['DEA', 'FBI', 'USAO'], {
  groups: { OFC: { name: 'Fusion Center', coordinator: 'USAO', members: ['DEA', 'FBI', 'USAO'] } },
});
const ofcIce = agreement('ofc-ice', ['ICE', 'OFC'], {
  source: 'A public description',
  until: '2030-01-01',
  clauses: [
    {
      id: 'III.A',
      text: 'ICE shares what its drug-related reports are about.',
      share: {
        from: ['ICE'],
        to: ['OFC'],
        records: ['REPORT_OF_INVESTIGATION'],
        categories: ['RECORD_SUMMARY'],
        coordinates: ['IceRecord.seizureNumber'],
        treatments: { 'Record.occurredOn': 'generalised' },
        for: { areas: ['drug-trafficking'], uses: ['investigation'] },
      },
    },
    {
      id: 'III.B',
      text: 'Intercepts stay.',
      withhold: { from: ['ICE'], to: ['OFC'], categories: ['COMMUNICATIONS_INTERCEPT'] },
    },
    { id: 'IV', text: 'Both work together.' },
  ],
});

const shelf = shelfOf([
  { agreement: ofc },
  { agreement: ofcIce },
  {
    agreement: agreement('ice-icrf', ['ICE', 'ICRF', 'DEA']),
    signatures: { ICRF: { status: 'missing' }, DEA: { status: 'wrong', why: 'bad signature' } },
  },
  { agreement: agreement('later', ['ICE', 'ATF'], { effective: '2026-03-03' }) },
  { agreement: agreement('lapsed', ['ICE', 'ATF'], { until: '2026-03-01' }) },
  {
    agreement: agreement('broken', ['ICE', 'DEA']),
    mistakes: [
      { file: 'broken.yaml', line: 3, column: 5, message: 'there is no agency `DAE`', hint: 'did you mean `DEA`?' },
      { file: 'broken.yaml', line: 9, column: 5, message: 'there is no category `X`' },
    ],
  },
]);

const subgraph = await buildRegistrySubgraph(parties, shelf, NO_RECORDS);
const rulebook = { at: (now: Date) => shelf.at(now) };
const { schema } = buildSubgraph({ ...subgraph, lock: 'none', rulebook, ...NOBODY });

async function ask(agency: string, query: string, more: Parameters<typeof asking>[2] = {}): Promise<unknown> {
  const contextValue = subgraph.contextFor(asking(agency, shelf, more));
  const { data, errors } = await execute({ schema, document: parse(query), contextValue });
  if (errors) throw new AggregateError(errors, errors.join('\n'));
  return JSON.parse(JSON.stringify(data)) as unknown;
}

describe('the registry', () => {
  it('tells of agencies and their desks', async () => {
    expect(
      await ask(
        'DEA',
        '{ agency(code: "ICRF") { code name kind country desk { name phone } } none: agency(code: "X") { code } }',
      ),
    ).toEqual({
      agency: {
        code: 'ICRF',
        name: 'Investigative Committee of the Russian Federation',
        kind: 'FOREIGN',
        country: 'RU',
        desk: { name: 'ICRF international cooperation desk', phone: '+1 202 555 0111' },
      },
      none: null,
    });
    expect(await ask('DEA', '{ agencies { code } }')).toEqual({
      agencies: parties.agencies.map(({ code }) => ({ code })),
    });
  });

  it('resolves references to agencies', async () => {
    const query = '{ _entities(representations: [{ __typename: "Agency", code: "ICE" }]) { ... on Agency { name } } }';
    expect(await ask('DEA', query)).toEqual({ _entities: [{ name: 'Immigration and Customs Enforcement' }] });
  });

  it('tells of groups to those whose agreements speak of them', async () => {
    const groups = '{ agency(code: "DEA") { groups } }';
    expect(await ask('FBI', groups)).toEqual({ agency: { groups: ['OFC'] } });
    expect(await ask('ICE', groups)).toEqual({ agency: { groups: ['OFC'] } });
    expect(await ask('ICRF', groups)).toEqual({ agency: { groups: [] } });
  });

  it.each([
    ['DEA', ['broken', 'ice-icrf', 'ofc', 'ofc-ice']],
    ['FBI', ['ofc', 'ofc-ice']],
    ['ICE', ['broken', 'ice-icrf', 'lapsed', 'later', 'ofc-ice']],
    ['ICRF', ['ice-icrf']],
    ['USSS', []],
  ])('shows %s the agreements to which it is a party, and no others', async (agency, ids) => {
    expect(await ask(agency, '{ agreements { id } }')).toEqual({ agreements: ids.map((id) => ({ id })) });
    for (const one of ['broken', 'ice-icrf', 'lapsed', 'later', 'ofc', 'ofc-ice', 'unreadable']) {
      const { agreement: found } = (await ask(agency, `{ agreement(id: "${one}") { id } }`)) as { agreement: unknown };
      expect(found !== null).toBe(ids.includes(one));
    }
  });

  it('says where an agreement stands, and why', async () => {
    expect(await ask('ICE', '{ agreements { id status statusReason digest } }')).toEqual({
      agreements: [
        {
          id: 'broken',
          status: 'BROKEN',
          statusReason: 'broken.yaml:3:5: there is no agency `DAE` (did you mean `DEA`?); and 1 more',
          digest: null,
        },
        {
          id: 'ice-icrf',
          status: 'UNSIGNED',
          statusReason: 'ICRF has not signed; the signature of DEA does not count: bad signature',
          digest: 'sha256-ice-icrf',
        },
        {
          id: 'lapsed',
          status: 'EXPIRED',
          statusReason: 'in force until 2026-03-01, and no longer',
          digest: 'sha256-lapsed',
        },
        { id: 'later', status: 'NOT_YET_IN_FORCE', statusReason: 'in force from 2026-03-03', digest: 'sha256-later' },
        {
          id: 'ofc-ice',
          status: 'IN_FORCE',
          statusReason: 'in force from 2009-06-18 until 2030-01-01',
          digest: 'sha256-ofc-ice',
        },
      ],
    });
    const query = '{ agreement(id: "later") { status } ruleset { digest until } }';
    const [today, tomorrow] = await Promise.all([
      ask('ICE', query),
      ask('ICE', query, { now: new Date(NOW.getTime() + 86_400_000) }),
    ]);
    expect(today).toMatchObject({
      agreement: { status: 'NOT_YET_IN_FORCE' },
      ruleset: { until: '2026-03-03T00:00:00.000Z' },
    });
    expect(tomorrow).toMatchObject({
      agreement: { status: 'IN_FORCE' },
      ruleset: { until: '2030-01-02T00:00:00.000Z' },
    });
  });

  it('shows clauses as the agreement has them', async () => {
    const query = `{ agreement(id: "ofc-ice") { title source signed effective until parties
      clauses { id text effect from to categories coordinates areas uses disclosure } } }`;
    expect(await ask('DEA', query)).toEqual({
      agreement: {
        title: 'Agreement ofc-ice',
        source: 'A public description',
        signed: '2009-06-18',
        effective: '2009-06-18',
        until: '2030-01-01',
        parties: ['ICE', 'OFC'],
        clauses: [
          {
            id: 'ofc-ice#III.A',
            text: 'ICE shares what its drug-related reports are about.',
            effect: 'SHARE',
            from: ['ICE'],
            to: ['OFC'],
            categories: ['RECORD_SUMMARY'],
            coordinates: ['IceRecord.seizureNumber'],
            areas: ['drug-trafficking'],
            uses: ['investigation'],
            disclosure: 'FULL',
          },
          {
            ...nothing('ofc-ice#III.B', 'Intercepts stay.', 'WITHHOLD'),
            from: ['ICE'],
            to: ['OFC'],
            categories: ['COMMUNICATIONS_INTERCEPT'],
          },
          nothing('ofc-ice#IV', 'Both work together.', 'NONE'),
        ],
      },
    });
  });

  it('shows the matrix for the viewer and the purpose', async () => {
    const query = '{ visibility(originator: "ICE") { coordinate category disclosure treatments clauses reason } }';
    const cells = async (agency: string, more = {}) => {
      const { visibility } = (await ask(agency, query, more)) as {
        visibility: { coordinate: string; disclosure: string }[];
      };
      expect(visibility.map(({ coordinate }) => coordinate)).toEqual([
        ...contract.governed.keys(),
        'IceRecord.seizureNumber',
      ]);
      return new Map(visibility.map((cell) => [cell.coordinate, cell]));
    };
    const dea = await cells('DEA');
    const base = { coordinate: 'Record.occurredOn', category: 'RECORD_SUMMARY' };
    expect(dea.get('Record.occurredOn')).toMatchObject({
      ...base,
      treatments: ['GENERALISED'],
      clauses: ['ofc-ice#III.A'],
    });
    expect(dea.get('WiretapIntercept.line')).toMatchObject({
      disclosure: 'CLOSED',
      treatments: [],
      clauses: ['ofc-ice#III.B'],
      reason: 'WITHHELD_BY_CLAUSE',
    });
    expect(dea.get('Record.narrative')).toMatchObject({ disclosure: 'CLOSED', clauses: [], reason: 'NOT_COVERED' });
    const other = await cells('DEA', { area: 'terrorism' });
    expect(other.get('Record.title')).toMatchObject({ disclosure: 'CLOSED', reason: 'PURPOSE_NOT_COVERED' });
    const own = [...(await cells('ICE')).values()];
    expect(own.every(({ disclosure }) => disclosure === 'OPEN')).toBe(true);
  });

  it('shows in it the own fields of the originator that a clause names for the viewer’s agency, and no others', async () => {
    const query = '{ visibility(originator: "ICE") { coordinate category disclosure } }';
    const own = async (agency: string) => {
      const { visibility } = (await ask(agency, query)) as { visibility: { category: string }[] };
      return visibility.filter(({ category }) => category === 'OWN');
    };
    const cell = { coordinate: 'IceRecord.seizureNumber', category: 'OWN' };
    expect(await own('DEA')).toEqual([{ ...cell, disclosure: 'OPEN' }]);
    expect(await own('ICE')).toEqual([{ ...cell, disclosure: 'OPEN' }]);
    expect(await own('ICRF')).toEqual([]);
  });

  it('refuses an originator that is no agency: UNKNOWN_ORIGINATOR', async () => {
    const refused = await ask('DEA', '{ visibility(originator: "nobody") { coordinate } }').catch(
      (error: unknown) => error,
    );
    const [first] = (refused as { errors?: { originalError?: { code?: string } }[] }).errors ?? [];
    expect(first?.originalError?.code).toBe('UNKNOWN_ORIGINATOR');
  });

  it('shows nothing where no agreements count', async () => {
    const none = {
      opened: { parties: { agencies: [] }, agreements: [], notices: [], noticeReports: [], reports: [] },
      bundle: undefined,
    };
    const bare = { ...none, at: (now: Date) => shelfOf([]).at(now) };
    const registry = await buildRegistrySubgraph(parties, bare, NO_RECORDS);
    const contextValue = registry.contextFor(asking('ICE', bare));
    const { data } = await execute({
      schema,
      document: parse('{ agreements { id } ruleset { until } }'),
      contextValue,
    });
    expect(data).toEqual({ agreements: [], ruleset: { until: null } });
  });

  it('composes with the index and every agency, without a hint', async () => {
    const index = await buildIndexSubgraph(parties);
    const agencies = await Promise.all(parties.agencies.map(buildAgencySubgraph));
    const services = [index, subgraph, ...agencies].map(({ name, typeDefs }) => ({
      name,
      url: `http://${name}`,
      typeDefs,
    }));
    const { errors, hints } = composeServices(services);
    expect((errors ?? []).map(({ message }) => message)).toEqual([]);
    expect((hints ?? []).map(({ message }) => message)).toEqual([]);
  });
});

/** A clause that names nobody and nothing. */
function nothing(id: string, text: string, effect: string) {
  const absent = { categories: null, coordinates: null, areas: null, uses: null, disclosure: null };
  return { id, text, effect, from: [], to: [], ...absent };
}
