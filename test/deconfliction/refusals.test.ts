import { assertAgencyCall } from '../../policy/agency-call.ts';
import { ASSERTION_HEADER } from '../../policy/assertion.ts';
import { signingKey } from '../../policy/ed25519.ts';
import { caseSender } from '../../subgraphs/kit/pointers.ts';
import { serveCases } from '../../subgraphs/deconfliction/contribution/route.ts';
import { serveSubgraph } from '../../subgraphs/kit/serve.ts';
import { parse } from 'graphql';
import { newKey } from '../support/scenario/keys.ts';
import { conflicting } from './acts.ts';
import { plan, watch } from './asked.ts';
import { after, id, rulesetOf, sealed, useWorld } from './world.ts';

const world = useWorld();

const phone = { phone: sealed('PHONE', '+12025550143') };
const TARGET = `mutation ($id: ID! = "${id(1)}", $selectors: [TargetSelectorInput!]!, $areas: [String!], $case: String, $kind: DeclaredTargetKind, $until: DateTime, $contact: ID) {
  declareTarget(id: $id, selectors: $selectors, areas: $areas, case: $case, kind: $kind, until: $until, contact: $contact) { id } }`;
const EVENT = `mutation ($id: ID! = "${id(1)}", $place: PlaceInput!, $from: DateTime!, $until: DateTime!) {
  declareEvent(id: $id, operation: ARREST, place: $place, from: $from, until: $until) { id } }`;

describe('whoever asks for something else than de-confliction', () => {
  it.each([
    '{ conflicts { edges { cursor } } }',
    `{ conflict(id: "${id(1)}") { id } }`,
    '{ declaredTargets { edges { cursor } } }',
    '{ declaredEvents { edges { cursor } } }',
    `mutation { endTarget(id: "${id(1)}") { id } }`,
    `mutation { noteConflict(id: "${id(1)}", conflict: "${id(2)}", note: "x") { id } }`,
  ])('is refused: NOT_FOR_DECONFLICTION (%s)', async (query) => {
    expect(await world.refusal('ICE', query, {}, 'investigation')).toBe('NOT_FOR_DECONFLICTION');
  });
});

describe('what is declared is refused, and nothing of it taken in: BAD_DECLARATION', () => {
  it.each([
    ['under an id that tells something', { id: '00000000-0000-1000-8000-000000000001', selectors: [phone] }],
    ['by nothing', { selectors: [] }],
    ['by selectors that say nothing', { selectors: [{}] }],
    ['by a selector in clear', { selectors: [{ phone: '+12025550143' }] }],
    ['by a person in clear', { selectors: [{ person: { surname: 'Tarrant' } }] }],
    ['for an area that there is not', { selectors: [phone], areas: ['gardening'] }],
    ['for no area', { selectors: [phone], areas: [] }],
    ['for a case without a name', { selectors: [phone], case: '' }],
    ['for a contact that is none', { selectors: [phone], contact: 'Irene' }],
    ['until a time that is over', { selectors: [phone], kind: 'WATCH', until: '2020-01-01T00:00:00Z' }],
    ['once, until a time', { selectors: [phone], until: '2030-01-01T00:00:00Z' }],
    ['until a day that there is not', { selectors: [phone], kind: 'WATCH', until: '2030-02-30T00:00:00Z' }],
    ['until a time that cannot be kept', { selectors: [phone], kind: 'WATCH', until: '9999-12-31T23:59:59-23:59' }],
    ['until a day', { selectors: [phone], kind: 'WATCH', until: '2030-01-01' }],
  ])('a target %s', async (_, variables) => {
    expect(await world.refusal('ICE', TARGET, variables)).toBe('BAD_DECLARATION');
    expect(await world.data('ICE', '{ declaredTargets { edges { cursor } } }')).toEqual({
      declaredTargets: { edges: [] },
    });
  });

  const here = { latitude: 1, longitude: 1 };
  const times = { from: after(1).toISOString(), until: after(2).toISOString() };
  it.each([
    ['beyond a pole', { place: { ...here, latitude: 90.1 }, ...times }],
    ['beyond the antimeridian', { place: { ...here, longitude: -180.1 }, ...times }],
    ['that ends before it begins', { place: here, from: times.until, until: times.from }],
    ['that is over', { place: here, from: after(-2).toISOString(), until: after(0).toISOString() }],
    ['that takes more than a month', { place: here, ...times, until: after(24 * 32).toISOString() }],
    ['on a day that there is not', { place: here, from: '2027-02-30T10:00:00Z', until: '2027-03-02T12:00:00Z' }],
    ['on the 29th of February of no leap year', { place: here, from: times.from, until: '2026-02-29T12:00:00+01:00' }],
    ['at an hour that there is not', { place: here, ...times, until: '2026-03-03T24:00:00Z' }],
    [
      'at a time that cannot be kept',
      { place: here, from: '9999-12-31T23:59:59-23:59', until: '9999-12-31T23:59:59-23:59' },
    ],
    ['at no time', { place: here, ...times, from: 'noon' }],
  ])('an operation %s', async (_, variables) => {
    expect(await world.refusal('ICE', EVENT, variables)).toBe('BAD_DECLARATION');
  });
});

describe('a refusal says what is wrong, and what to do about that', () => {
  it('with an id that is none: not to send it again under the same', async () => {
    const [message, remedy] = await world.told('ICE', TARGET, { id: 'abc', selectors: [phone] });
    expect(message).toBe('`id` is not a random UUID (version 4): choose one for each thing that you declare');
    expect(remedy).toContain('under the same id, unless the id is what is wrong');
  });

  const answer = (rest: string, n: string = id(11)) =>
    `mutation ($conflict: ID!) { resolveConflict(id: "${n}", conflict: $conflict, ${rest}) { id } }`;
  const note = (text: string) =>
    `mutation ($conflict: ID!) { noteConflict(id: "${id(11)}", conflict: $conflict, note: "${text}") { id } }`;
  it.each([
    [answer('outcome: GOES_FIRST'), 'say who goes first: `first` is `ORIGINATOR` or `SEARCHER`'],
    [answer('outcome: MERGED, first: SEARCHER'), '`first` is for `GOES_FIRST` only: leave it out with `MERGED`'],
    [answer('outcome: MERGED', 'abc'), '`id` is not a random UUID (version 4): choose one for each thing that you say'],
    [note(' '), '`note` is empty: write down what is to be remembered'],
    [note('x'.repeat(2001)), '`note` is longer than 2000 characters'],
    [note('\\u0000'), '`note` has a character that is none: U+0000, or half of a pair'],
  ])('with what is said of a conflict: BAD_ANSWER (%#)', async (query, expected) => {
    const conflict = await conflicting(world);
    const [message, remedy] = await world.told('ICE', query, { conflict });
    expect(message).toBe(expected);
    expect(remedy).toMatch(/^Correct what the message names, and send it again\./);
    expect(remedy).not.toContain('GOES_FIRST');
  });
});

describe('an id', () => {
  it('stands for one thing: ID_TAKEN', async () => {
    await world.data('ICE', TARGET, { selectors: [phone] });
    const other = [{ phone: sealed('PHONE', '+12025550199') }];
    expect(await world.refusal('ICE', TARGET, { selectors: other })).toBe('ID_TAKEN');
  });

  it('of another’s declaration is as one of nothing: UNKNOWN_DECLARATION', async () => {
    await watch(world, 'ICE', { n: 1 });
    await plan(world, 'ICE', { n: 2 });
    const end = (agency: string, field: string, n: number) =>
      world.refusal(agency, `mutation { ${field}(id: "${id(n)}") { id } }`);
    expect(await end('DEA', 'endTarget', 1)).toBe('UNKNOWN_DECLARATION');
    expect(await end('DEA', 'endTarget', 3)).toBe('UNKNOWN_DECLARATION');
    expect(await end('ICE', 'cancelEvent', 1)).toBe('UNKNOWN_DECLARATION');
    expect(await end('ICE', 'endTarget', 2)).toBe('UNKNOWN_DECLARATION');
    expect(await world.refusal('ICE', 'mutation { endTarget(id: "1") { id } }')).toBe('UNKNOWN_DECLARATION');
  });
});

describe('a page', () => {
  it.each([-1, 101])('of %d is refused: BAD_PAGE', async (first) => {
    const query = 'query ($first: Int) { conflicts(first: $first) { edges { cursor } } }';
    expect(await world.refusal('ICE', query, { first })).toBe('BAD_PAGE');
  });

  it('after something that is not the agency’s is refused: BAD_CURSOR', async () => {
    await watch(world, 'DEA', { n: 1 });
    for (const field of ['conflicts', 'declaredTargets', 'declaredEvents'])
      for (const cursor of [id(1), 'x'])
        expect(await world.refusal('ICE', `{ ${field}(after: "${cursor}") { edges { cursor } } }`)).toBe('BAD_CURSOR');
  });

  it('goes on after the one before it, over what may no longer be seen', async () => {
    for (const n of [1, 2, 3]) await watch(world, 'DEA', { n, phone: `+1202555010${n}` });
    for (const n of [4, 5, 6]) await watch(world, 'ICE', { n, phone: `+1202555010${n - 3}` });
    const page = async (after = '') =>
      (
        await world.data<{ conflicts: { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean } } }>(
          'ICE',
          `{ conflicts(first: 2 ${after}) { edges { cursor } pageInfo { hasNextPage } } }`,
        )
      ).conflicts;
    const first = await page();
    const second = await page(`after: "${first.edges[1]!.cursor}"`);
    expect([first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    expect(new Set([...first.edges, ...second.edges].map(({ cursor }) => cursor)).size).toBe(3);
  });
});

describe('the door for cases', () => {
  const key = newKey('DEA');

  /** De-confliction that knows DEA's service key, for as long as it takes. */
  async function served<Result>(work: (origin: string) => Promise<Result>): Promise<Result> {
    const subgraph = await serveSubgraph({
      name: 'deconfliction',
      typeDefs: parse('type Query { nothing: Int }'),
      resolvers: {},
      lock: 'none',
      rulebook: { at: () => rulesetOf() },
      gatewayKeys: () => ({ keys: [] }),
      identities: () => ({ agencies: [], keys: new Map() }),
      routes: (app) =>
        void serveCases(app, {
          database: world.database,
          inForceAt: () => world.ruleset,
          keysOf: (code) => (code === 'DEA' ? { keys: [key] } : undefined),
        }),
    });
    return work(new URL(subgraph.url).origin).finally(() => subgraph.stop());
  }

  it('takes the cases of who signs; of what is no case it has everything', async () => {
    const entries = [
      { sequence: 3n, type: 'CASE', id: id(1), op: 'WITHDRAW' },
      { sequence: 8n, type: 'RECORD', id: id(2), op: 'WITHDRAW' },
    ];
    const acknowledged = await served(async (origin) => {
      const send = caseSender(origin, () => signingKey(key));
      const batch = { agency: 'DEA', entries };
      return [await send(batch), await send({ ...batch, entries: entries.slice(1) })];
    });
    expect(acknowledged.map((answer) => answer.acknowledged)).toEqual([8n, 8n]);
  });

  it('refuses the cases of another one: NOT_YOUR_CONTRIBUTION', async () => {
    const body = JSON.stringify({ agency: 'ICE', entries: [] });
    const call = { agency: 'DEA', audience: 'deconfliction', body, now: new Date() };
    const headers = {
      'content-type': 'application/json',
      [ASSERTION_HEADER]: await assertAgencyCall(call, signingKey(key)),
    };
    const answer = await served(async (origin) =>
      (await fetch(`${origin}/contribute`, { method: 'POST', headers, body })).json(),
    );
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'NOT_YOUR_CONTRIBUTION' } }] });
  });
});
