import { aContact, aRecord } from '../../agency/samples.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { PROSECUTORS } from './prosecutors.ts';

const obligations = { notifyOriginator: true };
const AGREEMENT = agreed(
  ['ICE', 'DEA', 'USAO'],
  [
    { id: 'office', share: { from: ['USAO'], to: ['DEA'], coordinates: ['Query.usaoOffice'], obligations } },
    { id: 'notes', share: { from: ['USAO'], to: ['DEA'], coordinates: ['IceRecord.usaoNote'] } },
    {
      id: 'counterparts',
      share: { from: ['USAO'], to: ['DEA'], coordinates: ['IceLiaisonContact.usaoCounterpart', 'LiaisonContact.name'] },
    },
    { id: 'contacts', share: { from: ['ICE'], to: ['DEA'], coordinates: ['LiaisonContact.name'] } },
  ],
);

const scenario = useScenario(async () => ({
  agencies: ['ICE', 'DEA', 'USAO'],
  agreements: [AGREEMENT],
  data: { ICE: [aContact({ originator: 'ICE' })], DEA: [], USAO: [aRecord({ originator: 'USAO' })] },
  supergraphSdl: await PROSECUTORS.compose(),
  subgraphs: { USAO: PROSECUTORS.serve },
}));

const OFFICE = '{ usaoOffice { city } }';

describe("an agency's root field", () => {
  it('is recorded and explained like any other field, with what its clause obliges to', async () => {
    const { data, recorded, visibility, withheld } = await scenario.as('DEA').query(OFFICE);
    expect(data).toEqual({ usaoOffice: { city: 'Albany' } });
    expect(withheld).toEqual([]);
    expect(visibility.disclosed).toEqual([{ originator: 'USAO', clauses: ['test#office'] }]);
    expect(visibility.obligations).toEqual([{ originator: 'USAO', clause: 'test#office', notifyOriginator: true }]);
    expect(recorded.map(({ disclosed }) => disclosed)).toEqual([
      [{ originator: 'USAO', clauses: ['test#office'], coordinates: ['Query.usaoOffice'] }],
    ]);
  });

  it('is not answered where that cannot be recorded', async () => {
    scenario.ledger.fail = true;
    const { text, errors } = await scenario.as('DEA').query(OFFICE);
    scenario.ledger.fail = false;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LEDGER_UNAVAILABLE']);
    expect(text).not.toContain('Albany');
  });

  it('is withheld by name where no clause opens it', async () => {
    const { data, withheld, asked } = await scenario.as('DEA').query('{ usaoMotto }');
    expect(data).toEqual({ usaoMotto: null });
    expect(withheld).toEqual([
      { originator: 'USAO', coordinate: 'Query.usaoMotto', reason: 'NOT_COVERED', because: [] },
    ]);
    expect(asked).toEqual({});
  });

  it('needs a purpose, but for its own viewers', async () => {
    const { errors } = await scenario.as('DEA', { purpose: null }).query(OFFICE);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
    const own = await scenario.as('USAO', { purpose: null }).query(OFFICE);
    expect(own).toMatchObject({ data: { usaoOffice: { city: 'Albany' } }, recorded: [] });
  });
});

describe("an agency's records that it links to another agency's", () => {
  it('are recorded as its own, though the search named the other agency alone', async () => {
    const search = 'liaisonContacts(filter: { originators: ["ICE"] })';
    const query = `{ ${search} { edges { node { liaisonContact { ... on IceLiaisonContact { usaoCounterpart { name } } } } } } }`;
    const { text, recorded } = await scenario.as('DEA').query(query);
    expect(text).toContain('Paula Prosecutor');
    expect(recorded[0]?.disclosed).toContainEqual({
      originator: 'USAO',
      clauses: ['test#counterparts'],
      coordinates: ['IceLiaisonContact.usaoCounterpart', 'LiaisonContact.name'],
    });
  });
});

describe('what an agency answers beyond its own records', () => {
  it('does not tell that it has records', async () => {
    const { data } = await scenario
      .as('DEA')
      .query('{ records(filter: { originators: ["USAO"] }) { totalCount edges { cursor } } }');
    expect(data).toEqual({ records: { totalCount: 0, edges: [] } });
  });
});

describe("what an agency adds to the exchange's own objects", () => {
  it('is closed, and the agency does not hear of whom it would have been asked', async () => {
    const query = '{ liaisonContacts { edges { node { originator { code usaoLiaison } } } } }';
    const { data, asked } = await scenario.as('DEA').query(query);
    const node = { originator: { code: 'ICE', usaoLiaison: null } };
    expect(data).toEqual({ liaisonContacts: { edges: [{ node }] } });
    expect(asked['USAO']).toBeUndefined();
  });
});
