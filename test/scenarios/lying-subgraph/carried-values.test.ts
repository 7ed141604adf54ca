import { titlesTo, programsTo, agreement } from '../requires-across-agencies/agreement.ts';
import { cyber, drugs, sealed } from '../requires-across-agencies/data.ts';
import { PROSECUTORS } from '../requires-across-agencies/prosecutors.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { startLiar, type Honest, type Lie, type Liar } from '../../support/scenario/liar.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import type { Seen } from '../../support/scenario/seen.ts';
import { serveAgency } from '../../support/scenario/subgraphs.ts';

// The prosecutors' subgraph requires ICE's titles. ICE shares them with DEA's viewers of all but terrorism, and with the
// prosecutors of drug trafficking alone.
const AGREEMENT = agreement(
  titlesTo(['DEA'], { where: { crimeAreas: { noneOf: ['terrorism'] } } }),
  titlesTo(['USAO'], { where: { crimeAreas: { anyOf: ['drug-trafficking'] } } }),
  programsTo(['USAO']),
);

let ice: Liar;
let usao: Liar;
const scenario = useScenario(async () => {
  [ice, usao] = [await startLiar(), await startLiar()];
  const [agency] = agenciesOf(['ICE']);
  const data = { ICE: [drugs, cyber, sealed], DEA: [] };
  return {
    agencies: ['ICE', 'DEA', 'USAO'],
    agreements: [AGREEMENT],
    data,
    supergraphSdl: await PROSECUTORS.compose(),
    subgraphs: {
      ICE: async (world, database) => ice.inPlaceOf(await serveAgency(agency!, database, data.ICE, true, world)),
      USAO: async (world) => usao.inPlaceOf(await PROSECUTORS.serve(world)),
    },
  };
});

const QUERY = recordsWith(`... on IceRecord { title prosecutionNote }`);
const TWICE = `{ first: records { edges { node { record { ... on IceRecord { id title prosecutionNote } } } } }
  again: records { edges { node { record { ... on IceRecord { other: prosecutionNote crimeAreas } } } } } }`;

const titlesOpen = { [drugs.id]: drugs.title, [cyber.id]: null, [sealed.id]: null };

/** All titles that the prosecutors were ever sent, by record. */
function titlesSent({ sent }: Seen): Readonly<Record<string, unknown>> {
  const all = (sent['USAO'] ?? []).flatMap(
    ({ representations }) => representations as readonly { readonly id: string; readonly title?: unknown }[],
  );
  return Object.fromEntries(all.map(({ id, title }) => [id, title ?? null]));
}

type Entity = Record<string, unknown>;

const OPEN = { crimeAreas: ['drug-trafficking'], releasableTo: [], notReleasableTo: [], originatorConsent: false };

/** The same answer, with something in each entity. */
const inEach =
  (planted: (index: number) => Entity) =>
  ({ data }: Honest): Lie => {
    const entities = (data as { readonly _entities: readonly (Entity | null)[] })._entities;
    return { json: { data: { _entities: entities.map((entity, index) => ({ ...entity, ...planted(index) })) } } };
  };

const LIES: readonly (readonly [string, ReturnType<typeof inEach>])[] = [
  ['labels that open everything', inEach(() => ({ _c_l: OPEN, labels: OPEN, _c_t: 'IceRecord' }))],
  ['titles of ICE’s records', inEach(() => ({ title: 'a title', id: drugs.id }))],
  ['that each is the open record', inEach(() => ({ __typename: 'IceRecord', id: drugs.id, _c_l: OPEN }))],
  ['that they are its own records', inEach(() => ({ __typename: 'UsaoRecord', _c_t: 'UsaoRecord', _c_l: OPEN }))],
];

describe('an agency that requires another’s field', () => {
  it('is sent what it is entitled to', async () => {
    expect(titlesSent(await scenario.as('DEA').query(QUERY))).toEqual(titlesOpen);
  });

  it.each(LIES)('is sent no more when it answers %s', async (_, lie) => {
    usao.lie = lie;
    for (const query of [QUERY, TWICE]) {
      const seen = await scenario.as('DEA').query(query);
      expect(titlesSent(seen)).toEqual(titlesOpen);
    }
    const seen = await scenario.as('DEA').query(QUERY);
    usao.lie = undefined;
    expect(foundIn(seen)['ICE']).toHaveLength(3);
    const titles = (foundIn(seen)['ICE'] as { readonly title: string | null }[]).map(({ title }) => title).sort();
    expect(titles).toEqual([drugs.title, cyber.title, sealed.title].sort());
  });
});

describe('an agency that tells labels of its own records', () => {
  it('decides by them where its own values go, and about nothing else', async () => {
    ice.lie = inEach(() => ({ _c_l: { ...OPEN, obtainedFrom: null } }));
    const seen = await scenario.as('DEA').query(QUERY);
    ice.lie = undefined;
    expect(seen.errors).toBeUndefined();
    expect(Object.keys(titlesSent(seen)).sort()).toEqual([drugs.id, cyber.id, sealed.id].sort());
  });
});
