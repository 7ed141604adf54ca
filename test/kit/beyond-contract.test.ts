import { entities, object, record, refs, share, toyAgency, withhold, type Toy } from './toy-agency.ts';

const SDL = `
  extend type DeaRecord { substance: String  lab: DeaLab  weights: [Float!]! }
  type DeaLab { name: String  chemist: String }
  type DeaVessel @key(fields: "id") { id: ID!  name: String }
  type IceRecord @key(fields: "id") {
    id: ID!
    crimeAreas: [String!] @external
    handling: Handling @external
    obtainedFrom: Provenance @external
    prosecutionNote: String @requires(fields: "crimeAreas handling { releasableTo } obtainedFrom { party }")
    deaRecords: [DeaRecord!]
  }
  type Query {
    deaRecords: [DeaRecord!]
    deaRecordsAbout(phone: String!): [DeaRecord!]
    deaCount: Int
    deaLab: DeaLab
  }
  type Mutation { deaSeal(id: ID!): DeaRecord }
`;

const lab = { name: 'Lab 1', chemist: 'C. Chemist' };
const r1 = record('r1', { substance: 'fentanyl', lab, weights: [1.5] });
const summary = share({ categories: ['RECORD_SUMMARY'] });

function dea(toy: Partial<Toy>) {
  return toyAgency({ sources: [r1], sdl: SDL, ...toy });
}

describe("an agency's lock on its own fields", () => {
  const query = entities('DeaRecord', 'title substance lab { name chemist } weights');

  it('keeps them closed where a clause does not name them', async () => {
    const { data, errors } = await dea({ clauses: [summary] }).ask('ICE', query, refs('DeaRecord', 'r1'));
    const shown = { __typename: 'DeaRecord', title: 'title of r1', substance: null, lab: null, weights: [] };
    expect({ data, errors }).toEqual({ data: { _entities: [shown] }, errors: undefined });
  });

  it('shows them by their own names', async () => {
    const clauses = [share({ coordinates: ['DeaRecord.substance', 'DeaRecord.lab'] })];
    const { data } = await dea({ clauses }).ask('ICE', query, refs('DeaRecord', 'r1'));
    const shown = { __typename: 'DeaRecord', title: null, substance: 'fentanyl', lab, weights: [] };
    expect(data).toEqual({ _entities: [shown] });
  });

  it('shows no part of a value of which it does not know what masking leaves', async () => {
    const treatments = { 'DeaRecord.lab': 'masked' } as const;
    const clauses = [share({ coordinates: ['DeaRecord.lab'], treatments })];
    const { data } = await dea({ clauses }).ask(
      'ICE',
      entities('DeaRecord', 'lab { name chemist }'),
      refs('DeaRecord', 'r1'),
    );
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', lab: { name: null, chemist: null } }] });
  });
});

describe("an agency's lock on types that the contract does not know", () => {
  const sources = [object('DeaVessel', 'v1', { name: 'Albatross' })];
  const ask = (clauses: Toy['clauses']) =>
    dea({ sources, clauses: clauses ?? [] }).ask('ICE', entities('DeaVessel', 'id name'), refs('DeaVessel', 'v1'));

  it('shows nothing of them', async () => {
    expect((await ask([summary])).data).toEqual({ _entities: [null] });
  });

  it('shows what a clause names', async () => {
    const { data } = await ask([share({ coordinates: ['DeaVessel.name'] })]);
    expect(data).toEqual({ _entities: [{ __typename: 'DeaVessel', id: 'v1', name: 'Albatross' }] });
  });
});

describe("an agency's lock on fields that it adds to another agency's objects", () => {
  const handling = { releasableTo: [], notReleasableTo: [], originatorConsent: false };
  const reference = {
    __typename: 'IceRecord',
    id: 'i1',
    crimeAreas: ['drug-trafficking'],
    handling,
    obtainedFrom: { party: 'ICE' },
  };
  const resolvers = { IceRecord: { prosecutionNote: () => 'a note', deaRecords: () => [r1] } };
  const where = { crimeAreas: { anyOf: ['drug-trafficking'] } };
  const clauses = [share({ coordinates: ['IceRecord.prosecutionNote'], where })];
  const ask = async (toy: Partial<Toy>, representation: object = reference) => {
    const agency = dea({ resolvers, ...toy });
    const query = entities('IceRecord', 'id prosecutionNote deaRecords { id }');
    return { ...(await agency.ask('ICE', query, { r: [representation] })), called: agency.called };
  };

  it('shows them by a clause of its own', async () => {
    const { data } = await ask({ clauses });
    const shown = { __typename: 'IceRecord', id: 'i1', prosecutionNote: 'a note', deaRecords: null };
    expect(data).toEqual({ _entities: [shown] });
  });

  it('shows nothing where no clause of its own names them', async () => {
    const { data, called } = await ask({ clauses: [summary] });
    expect(data).toEqual({ _entities: [null] });
    expect(called).toEqual([]);
  });

  it('takes a label that the representation lacks, or holds as null, for unknown', async () => {
    for (const crimeAreas of [undefined, null]) {
      expect((await ask({ clauses }, { ...reference, crimeAreas })).data).toEqual({ _entities: [null] });
    }
  });

  it('shows them to its own viewers', async () => {
    const agency = dea({ resolvers });
    const { data } = await agency.ask('DEA', entities('IceRecord', 'prosecutionNote'), {
      r: [{ __typename: 'IceRecord', id: 'i1' }],
    });
    expect(data).toEqual({ _entities: [{ __typename: 'IceRecord', prosecutionNote: 'a note' }] });
  });
});

describe("an agency's lock on root fields", () => {
  const r2 = record('r2', { program: 'SOD' });
  const resolvers = {
    Query: { deaRecords: () => [r1, r2, r2], deaRecordsAbout: () => [r1], deaCount: () => 3, deaLab: () => lab },
    Mutation: { deaSeal: () => r1 },
  };
  const query = '{ deaRecords { id } deaRecordsAbout(phone: "+12025550143") { id } deaCount deaLab { name } }';

  it('lets objects decide, and tells nothing by arguments, counts and values', async () => {
    const sources = [record('r1', { program: null }), r2];
    const agency = dea({
      sources,
      resolvers: { ...resolvers, Query: { ...resolvers.Query, deaRecords: () => sources } },
      clauses: [summary, withhold({ where: { program: 'SOD' } })],
    });
    const { data } = await agency.ask('ICE', query);
    expect(data).toEqual({ deaRecords: [{ id: 'r1' }], deaRecordsAbout: null, deaCount: null, deaLab: null });
    expect(agency.called).toEqual(['Query.deaRecords']);
  });

  it('answers its own viewers', async () => {
    const { data } = await dea({ resolvers }).ask('DEA', query);
    const all = [{ id: 'r1' }, { id: 'r2' }, { id: 'r2' }];
    expect(data).toEqual({ deaRecords: all, deaRecordsAbout: [{ id: 'r1' }], deaCount: 3, deaLab: { name: 'Lab 1' } });
  });

  it('lets nobody else change anything', async () => {
    const agency = dea({ resolvers, clauses: [summary] });
    const mutation = 'mutation { deaSeal(id: "r1") { id } }';
    expect((await agency.ask('ICE', mutation)).data).toEqual({ deaSeal: null });
    expect(agency.called).toEqual([]);
    expect((await agency.ask('DEA', mutation)).data).toEqual({ deaSeal: { id: 'r1' } });
  });
});
