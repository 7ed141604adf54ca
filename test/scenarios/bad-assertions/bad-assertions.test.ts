import { assertAgencyCall } from '../../../policy/agency-call.ts';
import { assertCaller, type CallerClaims } from '../../../policy/caller.ts';
import { newKeys } from '../../kit/keys.ts';
import type { Otherwise } from '../../support/vouching.ts';
import { gateway, spiedSubgraphs, voucher, type Spied } from './spied.ts';

/** What each is asked: something that its resolvers would answer. */
const QUERIES: Readonly<Record<string, string>> = {
  DEA: '{ _entities(representations: [{ __typename: "DeaRecord", id: "r1" }]) { ... on DeaRecord { id title } } }',
  index: '{ records { totalCount } }',
  registry: '{ agencies { code } }',
};

let all: readonly Spied[];
beforeAll(async () => {
  all = await spiedSubgraphs();
});

const VIEWER = { sub: 'v-1', agency: 'ICE', role: 'analyst' };
const PURPOSE = { area: 'drug-trafficking', use: 'investigation', case: 'ICE-1' };

interface Bad {
  readonly claims?: Partial<CallerClaims>;
  readonly vouched?: Otherwise;
  readonly key?: typeof gateway.signing;
}

async function assertion(audience: string, body: string, { claims, vouched, key }: Bad = {}): Promise<string> {
  const about = { audience, voucher: await voucher(VIEWER, vouched), purpose: PURPOSE, ruleset: '', body };
  return assertCaller({ ...about, now: new Date(), ...claims }, key ?? gateway.signing);
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The same token, with one of its three parts changed. */
function altered(token: string, part: 0 | 1 | 2, change: (said: Record<string, unknown>) => object): string {
  const parts = token.split('.');
  const said = JSON.parse(Buffer.from(parts[part]!, 'base64url').toString('utf8')) as Record<string, unknown>;
  return parts.map((text, index) => (index === part ? encoded(change(said)) : text)).join('.');
}

type Forge = (audience: string, body: string) => Promise<string | undefined>;

const BAD: readonly (readonly [string, string, Forge])[] = [
  ['none', 'ASSERTION_MISSING', async () => undefined],
  ['an empty one', 'ASSERTION_MISSING', async () => ''],
  ['nonsense', 'ASSERTION_INVALID', async () => 'a.b.c'],
  [
    'one by a key that is not the gateway’s',
    'ASSERTION_INVALID',
    (to, body) => assertion(to, body, { key: newKeys('gateway').signing }),
  ],
  [
    'one by an agency’s key',
    'ASSERTION_INVALID',
    (to, body) => assertAgencyCall({ agency: 'ICE', audience: to, body, now: new Date() }, newKeys('ICE').signing),
  ],
  [
    'one of another kind by the gateway’s key',
    'ASSERTION_INVALID',
    (to, body) => assertAgencyCall({ agency: 'ICE', audience: to, body, now: new Date() }, gateway.signing),
  ],
  [
    'one without a signature',
    'ASSERTION_INVALID',
    async (to, body) =>
      altered(await assertion(to, body), 0, (said) => ({ ...said, alg: 'none' })).replace(/[^.]+$/, ''),
  ],
  [
    'one for a longer time than was signed',
    'ASSERTION_INVALID',
    async (to, body) => altered(await assertion(to, body), 1, (said) => ({ ...said, exp: 4_000_000_000 })),
  ],
  ['one that is too old', 'ASSERTION_EXPIRED', (to, body) => assertion(to, body, { claims: { now: ago(60) } })],
  ['one from the future', 'ASSERTION_EXPIRED', (to, body) => assertion(to, body, { claims: { now: ago(-60) } })],
  ['one for another agency', 'ASSERTION_AUDIENCE', (to, body) => assertion(to, body, { claims: { audience: 'FBI' } })],
  [
    'one for another question',
    'ASSERTION_BODY',
    (to, body) => assertion(to, body, { claims: { body: '{"query":"{ __typename }"}' } }),
  ],
  [
    'one without a voucher',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { claims: { voucher: undefined as never } }),
  ],
  [
    'a voucher that is nonsense',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { claims: { voucher: 'a.b.c' } }),
  ],
  [
    'a voucher of another agency’s issuer',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { vouched: { issuer: 'DEA', signer: 'DEA' } }),
  ],
  [
    'a voucher that another agency signed',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { vouched: { signer: 'DEA' } }),
  ],
  [
    'a voucher by a key for other things',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { vouched: { set: 'service' } }),
  ],
  [
    'a voucher for somebody else',
    'VOUCHER_INVALID',
    (to, body) => assertion(to, body, { vouched: { audience: 'elsewhere' } }),
  ],
  ['a voucher of another kind', 'VOUCHER_INVALID', (to, body) => assertion(to, body, { vouched: { type: 'JWT' } })],
  ['a voucher that is too old', 'VOUCHER_EXPIRED', (to, body) => assertion(to, body, { vouched: { now: ago(7_200) } })],
];

async function ask({ subgraph }: Spied, token: string | undefined, body: string) {
  const answer = await subgraph.answer({ body: Buffer.from(body), assertion: token });
  const told = JSON.parse(answer.body) as { data?: unknown; errors?: readonly { extensions: { code: string } }[] };
  return { ...answer, keys: Object.keys(told), code: told.errors?.[0]?.extensions.code };
}

const bodyFor = ({ subgraph: { name } }: Spied) => JSON.stringify({ query: QUERIES[name] });

describe('a subgraph that is called directly', () => {
  it('asks its resolvers where the assertion is good, and carries nothing of what fails in them', async () => {
    for (const spied of all) {
      spied.asked.length = 0;
      const body = bodyFor(spied);
      const { body: text } = await ask(spied, await assertion(spied.subgraph.name, body), body);
      expect(spied.asked.slice(0, 2)).toEqual(['onRequest', 'contextFor']);
      expect(spied.asked.length).toBeGreaterThan(2);
      expect(text).not.toContain('nobody may see');
    }
  });

  it.each(BAD)('with %s says %s, and asks none of its resolvers', async (_, code, forge) => {
    for (const spied of all) {
      spied.asked.length = 0;
      const body = bodyFor(spied);
      const answer = await ask(spied, await forge(spied.subgraph.name, body), body);
      expect([answer.status, answer.code, answer.keys]).toEqual([401, code, ['errors']]);
      expect(spied.asked).toEqual([]);
      expect(answer.body).not.toMatch(/DeaRecord|r1|v-1|analyst|ICE-1/);
    }
  });

  it('with a good one for the second time says ASSERTION_REPLAYED, and asks none of its resolvers', async () => {
    for (const spied of all) {
      const body = bodyFor(spied);
      const once = await assertion(spied.subgraph.name, body);
      await ask(spied, once, body);
      spied.asked.length = 0;
      const again = await ask(spied, once, body);
      expect([again.status, again.code, again.keys]).toEqual([401, 'ASSERTION_REPLAYED', ['errors']]);
      expect(spied.asked).toEqual([]);
    }
  });

  it.each([
    ['{ a: _service { sdl } }', '{ a: _service { sdl } }'],
    ['{ _service { a: sdl } }', '{ _service { a: sdl } }'],
    ['{ _service { sdl sdl } }', '{ _service { sdl sdl } }'],
    ['{ _service { sdl } _service { sdl } }', '{ _service { sdl } _service { sdl } }'],
    ['{ _service { sdl } records { totalCount } }', '{ _service { sdl } records { totalCount } }'],
    ['{ _service { sdl __typename } }', '{ _service { sdl __typename } }'],
    ['{ ... { _service { sdl } } }', '{ ... { _service { sdl } } }'],
    ['{ ...S } fragment S on Query { _service { sdl } }', '{ ...S } fragment S on Query { _service { sdl } }'],
    ['two operations', 'query A { _service { sdl } } query B { __typename }'],
    ['{ _service @include(if: true) { sdl } }', '{ _service @include(if: true) { sdl } }'],
    ['{ __schema { types { name } } }', '{ __schema { types { name } } }'],
    ['one in a long text', `{ _service { sdl } } #${' '.repeat(2_000)}`],
    ['one that is deep', `{ ${'_service { '.repeat(2_000)}`],
  ])('without one tells its SDL by no other question than for that alone: %s', async (_, query) => {
    for (const spied of all) {
      spied.asked.length = 0;
      const answer = await ask(spied, undefined, JSON.stringify({ query }));
      expect([answer.status, answer.code]).toEqual([401, 'ASSERTION_MISSING']);
      expect(spied.asked).toEqual([]);
    }
  });
});
