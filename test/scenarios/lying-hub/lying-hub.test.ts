import { startLiar, type Honest, type Lie, type Liar } from '../../support/scenario/liar.ts';
import { hitsIn } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { serveIndex } from '../../support/scenario/subgraphs.ts';
import { AGENCIES, AGREEMENT } from './agreement.ts';
import { DATA, held } from './data.ts';

let index: Liar;
const scenario = useScenario(async () => {
  index = await startLiar();
  return {
    agencies: AGENCIES,
    agreements: [AGREEMENT],
    data: DATA,
    index: async (...world) => index.inPlaceOf(await serveIndex(...world)),
  };
});

const PLANTED = 'planted-by-the-index';
const QUERY = `{ records { totalCount edges { node { disclosure originator { code }
  contact { id } record { __typename id title } } } } }`;

type Hit = Record<string, unknown>;

const LABELS = {
  kind: 'REPORT_OF_INVESTIGATION',
  crimeAreas: ['drug-trafficking'],
  releasableTo: [],
  notReleasableTo: [],
  originatorConsent: false,
  obtainedFrom: null,
};

/** A hit that the index makes up: it claims everything, and its labels satisfy every condition. */
function invented(originator: string, of: keyof typeof held, type = of === 'hidden' ? 'Ice' : titled(of)): Hit {
  return {
    disclosure: 'FULL',
    originator: { __typename: 'Agency', code: originator },
    contact: { __typename: `${type}LiaisonContact`, id: held[of].contact.id },
    record: { __typename: `${type}Record`, id: held[of].record.id, title: PLANTED },
    _c_d: 'FULL',
    _c_o: { code: originator },
    _c_l: LABELS,
  };
}

function titled(code: string): string {
  return code.charAt(0) + code.slice(1).toLowerCase();
}

/** These hits, in the place of those that there are. */
const answering = (...hits: readonly unknown[]): (() => Lie) => edges(hits.map((node) => ({ node })));

function edges(list: unknown, rest: object = {}): () => Lie {
  return () => ({ json: { data: { records: { totalCount: 1, edges: list, ...rest } } } });
}

async function hearing(lie: (honest: Honest) => Lie): Promise<Seen> {
  index.lie = (honest, variables) => ('representations' in variables ? { json: honest } : lie(honest));
  const seen = await scenario.as('DEA').query(QUERY);
  index.lie = undefined;
  expect(seen.text).not.toContain(PLANTED);
  return seen;
}

const ofIce = { __typename: 'IceRecord', id: held.ICE.record.id, title: 'A parcel' };
const iceContact = { id: held.ICE.contact.id };

describe('an index that lies', () => {
  it('cannot show of a record what its originator does not share, whatever labels it tells', async () => {
    const seen = await hearing(answering(invented('ICE', 'ICE'), invented('ICE', 'hidden')));
    expect(hitsIn(seen)).toEqual([
      { disclosure: 'FULL', originator: { code: 'ICE' }, contact: iceContact, record: ofIce },
      // That it is there, and its id, an index that lies can tell: it knows them. Nothing of what it holds comes along.
      {
        disclosure: 'FULL',
        originator: { code: 'ICE' },
        contact: { id: held.hidden.contact.id },
        record: { __typename: 'IceRecord', id: held.hidden.record.id, title: null },
      },
    ]);
  });

  it('cannot raise a hit by its labels above what any clause discloses', async () => {
    expect(hitsIn(await hearing(answering(invented('FBI', 'FBI'))))).toEqual([
      { disclosure: 'CONTACT', originator: { code: 'FBI' }, contact: { id: held.FBI.contact.id }, record: null },
    ]);
  });

  it('cannot tell of an originator that shares nothing', async () => {
    const seen = await hearing(
      answering(invented('ATF', 'ATF'), invented('NOBODY', 'ATF'), invented('__proto__', 'ATF')),
    );
    expect(hitsIn(seen)).toEqual([null, null, null]);
    expect(seen.text).not.toContain(held.ATF.record.id);
    expect(seen.asked['ATF']).toBeUndefined();
  });

  it.each(['ICE', 'DEA'])(
    'cannot pass off a record of ATF, or whom to call there, as one of %s',
    async (originator) => {
      const seen = await hearing(answering(invented(originator, 'ATF')));
      expect(hitsIn(seen)).toEqual([
        { disclosure: 'FULL', originator: { code: originator }, contact: null, record: null },
      ]);
      expect(seen.text).not.toContain(held.ATF.record.id);
      expect(seen.asked['ATF']).toBeUndefined();
    },
  );

  it('cannot name another originator than the one by whose agreement a hit is shown', async () => {
    const seen = await hearing(
      answering({ ...invented('ICE', 'ICE'), originator: { __typename: 'Agency', code: 'ATF' } }),
    );
    expect(hitsIn(seen)).toEqual([null]);
  });

  it('cannot do without what a hit is checked by', async () => {
    const { _c_l: _labels, ...unlabelled } = invented('ICE', 'ICE');
    const { _c_d: _level, ...unclaimed } = invented('ICE', 'ICE');
    const { _c_o: _originator, ...anonymous } = invented('ICE', 'ICE');
    const wrong = ['x', [LABELS], 7, { crimeAreas: { anyOf: ['drug-trafficking'] } }].map((labels) => ({
      ...invented('ICE', 'ICE'),
      _c_l: labels,
    }));
    const seen = await hearing(answering(unlabelled, unclaimed, anonymous, ...wrong));
    expect(hitsIn(seen).every((hit) => hit === null)).toBe(true);
    expect(seen.asked['ICE']).toBeUndefined();
  });

  it('can count wrongly and withhold hits: nobody else knows how many there are', async () => {
    const seen = await hearing(edges([], { totalCount: 1_000 }));
    expect(seen.data).toEqual({ records: { totalCount: 1_000, edges: [] } });
  });

  it.each([
    ['edges that are an object', edges({ 0: { node: invented('ICE', 'ICE') } })],
    ['edges in lists', edges([[{ node: invented('ICE', 'ICE') }]])],
    ['edges that are texts', edges([PLANTED])],
    ['a count that is a text', edges([], { totalCount: PLANTED })],
    ['hits in lists', answering([invented('ICE', 'ICE')])],
    ['pointers in lists', answering({ ...invented('ICE', 'ICE'), record: [{ __typename: 'IceRecord', id: 'x' }] })],
    ['roots that are none', () => ({ json: { data: { records: [PLANTED] } } })],
    ['lists in lists', () => ({ body: `{"data":{"records":${'['.repeat(100_000)}${']'.repeat(100_000)}}}` })],
    [
      'errors that are not declared',
      () => ({ json: { data: null, errors: [{ message: PLANTED, extensions: { code: 'x y' } }] } }),
    ],
    [
      'errors that tell too much',
      () => ({ json: { errors: [{ message: PLANTED.repeat(100), extensions: { code: 'X', remedy: 'x' } }] } }),
    ],
  ])(
    'answers %s: the viewer is told that it failed, or sees nothing there',
    async (_, lie: (honest: Honest) => Lie) => {
      const { status, errors = [], asked } = await hearing(lie);
      expect(status).toBe(200);
      expect(errors.every(({ extensions }) => extensions.code.startsWith('SUBGRAPH_'))).toBe(true);
      expect(errors.every(({ message }) => message.includes('`index`'))).toBe(true);
      expect(Object.keys(asked).filter((name) => name !== 'index')).toEqual([]);
    },
  );
});
