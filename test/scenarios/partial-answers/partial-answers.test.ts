import { GATEWAY_ERRORS } from '../../../gateway/errors.ts';
import { fakeSubgraph, type Fake, type FakeSubgraph } from '../../support/scenario/fake-subgraph.ts';
import { foundIn, hitsIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, held } from './data.ts';

let ice: FakeSubgraph;
const scenario = useScenario(async () => {
  ice = await fakeSubgraph();
  return {
    agencies: ['ICE', 'FBI', 'DEA'],
    agreements: [AGREEMENT],
    data: DATA,
    urls: { ICE: ice.url },
    subgraphTimeoutMilliseconds: 1_000,
  };
});
afterAll(() => ice.stop());

const SECRET = 'the-informant-is-Ada-Brook';
const json = (body: unknown): Fake => ({ body: JSON.stringify(body) });
/** What an honest ICE would answer for one record. */
const HONEST = {
  _c_t: 'IceRecord',
  title: held.ICE.record.title,
  _c_l: { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null },
};

const BAD: readonly (readonly [
  string,
  () => Fake | undefined,
  'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_FAILED' | undefined,
])[] = [
  ['does not answer in time', () => undefined, 'SUBGRAPH_UNAVAILABLE'],
  ['answers HTML', () => ({ type: 'text/html', body: `<h1>${SECRET}</h1>` }), 'SUBGRAPH_UNAVAILABLE'],
  ['answers half of its JSON', () => ({ body: `{"data":{"_entities":[{"title":"${SECRET}` }), 'SUBGRAPH_UNAVAILABLE'],
  ['answers no object', () => json(SECRET), 'SUBGRAPH_UNAVAILABLE'],
  ['answers nothing', () => ({ body: '' }), 'SUBGRAPH_UNAVAILABLE'],
  ['is failing', () => ({ status: 503, body: JSON.stringify({ error: SECRET }) }), 'SUBGRAPH_UNAVAILABLE'],
  [
    'refuses',
    () => ({
      ...json({ errors: [{ message: SECRET, extensions: { code: 'ASSERTION_INVALID', remedy: SECRET } }] }),
      status: 401,
    }),
    'SUBGRAPH_UNAVAILABLE',
  ],
  [
    'fails with an error that tells',
    () =>
      json({
        data: { _entities: [null] },
        errors: [
          {
            message: SECRET,
            path: ['_entities', SECRET],
            extensions: { code: SECRET, remedy: SECRET, stacktrace: [SECRET] },
          },
        ],
      }),
    'SUBGRAPH_FAILED',
  ],
  ['fails with something that is no error', () => json({ data: null, errors: [SECRET, 7, null] }), 'SUBGRAPH_FAILED'],
  ['answers fewer entities than were asked for', () => json({ data: { _entities: [] } }), 'SUBGRAPH_FAILED'],
  [
    'answers more entities than were asked for',
    () => json({ data: { _entities: [{ ...HONEST, title: SECRET }, HONEST] } }),
    'SUBGRAPH_FAILED',
  ],
  ['answers something in the place of entities', () => json({ data: { _entities: SECRET } }), 'SUBGRAPH_FAILED'],
  [
    'answers with entities of another type',
    () => json({ data: { _entities: [{ ...HONEST, _c_t: 'FbiRecord', title: SECRET }] } }),
    undefined,
  ],
  [
    'answers with labels that are none',
    () => json({ data: { _entities: [{ ...HONEST, title: SECRET, _c_l: SECRET }] } }),
    undefined,
  ],
  ['answers without labels', () => json({ data: { _entities: [{ _c_t: 'IceRecord', title: SECRET }] } }), undefined],
];

describe('when an agency’s subgraph', () => {
  it('answers, its part is there', async () => {
    ice.answer = () => json({ data: { _entities: [HONEST] } });
    const { data, errors } = await scenario.as('DEA').query(recordsWith('title'));
    expect(Object.keys(foundIn({ data })).sort()).toEqual(['DEA', 'FBI', 'ICE']);
    expect(foundIn({ data })['ICE']).toEqual([{ title: held.ICE.record.title }]);
    expect(errors).toBeUndefined();
  });

  it.each(BAD)('%s, the others’ parts are there, and nothing of what went wrong', async (_how, answer, code) => {
    ice.answer = answer;
    const { status, data, errors, text, visibility } = await scenario.as('DEA').query(recordsWith('title'));
    expect(status).toBe(200);
    expect(foundIn({ data })).toEqual({
      DEA: [{ title: held.DEA.record.title }],
      FBI: [{ title: held.FBI.record.title }],
      ICE: [{ title: null }],
    });
    expect(text).not.toContain(SECRET);
    expect(visibility.disclosed.map(({ originator }) => originator)).toEqual(['FBI', 'ICE']);
    const codes = (errors ?? []).map(({ extensions }) => extensions.code);
    expect(codes).toEqual(code ? [code] : []);
    if (code) {
      expect(errors?.[0]?.extensions).toEqual({ code, remedy: GATEWAY_ERRORS[code].remedy });
      expect(errors?.[0]?.message).toContain('`ICE`');
    }
  });

  it('answers what was not asked, it is dropped', async () => {
    ice.answer = () =>
      json({
        data: { _entities: [{ ...HONEST, narrative: SECRET, case: { summary: SECRET } }], extra: SECRET },
        extensions: { x: SECRET },
      });
    const { data, text } = await scenario.as('DEA').query(recordsWith('title'));
    expect(foundIn({ data })['ICE']).toEqual([{ title: held.ICE.record.title }]);
    expect(text).not.toContain(SECRET);
  });

  it('answers values of other types than it has, they do not come through as they are', async () => {
    ice.answer = () => json({ data: { _entities: [{ ...HONEST, title: { nested: SECRET } }] } });
    const { text } = await scenario.as('DEA').query(recordsWith('title'));
    expect(text).not.toContain(SECRET);
  });

  it('fails for its own viewer, it says no more', async () => {
    ice.answer = () => json({ data: null, errors: [{ message: SECRET }] });
    const { errors, text } = await scenario.as('ICE').query(recordsWith('title'));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_FAILED']);
    expect(text).not.toContain(SECRET);
  });
});

describe('when a part of the graph is down', () => {
  it('the rest answers', async () => {
    ice.answer = () => json({ data: { _entities: [HONEST] } });
    await scenario.stopSubgraph('FBI');
    const { data, errors } = await scenario.as('DEA').query(recordsWith('title'));
    expect(foundIn({ data })).toMatchObject({ FBI: [{ title: null }], ICE: [{ title: held.ICE.record.title }] });
    expect(errors?.map(({ message, extensions }) => [extensions.code, message.includes('`FBI`')])).toEqual([
      ['SUBGRAPH_UNAVAILABLE', true],
    ]);
  });

  it('the index, there is no answer, and an error that says so', async () => {
    await scenario.stopSubgraph('index');
    const { data, errors, status } = await scenario.as('DEA').query(recordsWith('title'));
    expect(hitsIn({ data: data ?? {} })).toEqual([]);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain('SUBGRAPH_UNAVAILABLE');
    expect(errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
    expect(status).toBe(200);
  });
});
