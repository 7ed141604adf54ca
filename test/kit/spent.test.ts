import { assertCaller, proveCaller, type CallerClaims } from '../../policy/caller.ts';
import { LocalReplayMemory } from '../../policy/replay-memory.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { NOW, entities, gateway, record, refs, share, toyAgency, voucher, identities } from './toy-agency.ts';

const dea = toyAgency({ sources: [record('r1')], clauses: [share({ coordinates: ['Record.title'] })] });
const CLAUSE = 'toy#1';
const replays = new LocalReplayMemory();

async function ask(spent: unknown) {
  const body = JSON.stringify({ query: entities('DeaRecord', 'title'), variables: refs('DeaRecord', 'r1') });
  const purpose = { area: 'drug-trafficking', use: 'investigation', case: 'X-1' };
  const claims = {
    audience: 'DEA',
    voucher: await voucher({ sub: 'v-1', agency: 'ICE', role: 'analyst' }, { now: NOW }),
    purpose,
    ruleset: '',
    body,
    now: NOW,
    ...(spent !== undefined && { spent }),
  };
  const assertion = await assertCaller(claims as CallerClaims, gateway.signing);
  const proof = {
    keys: gateway.published,
    viewerOf: viewerProver(identities),
    replays,
    audience: 'DEA',
    body,
    now: NOW,
  };
  const caller = await proveCaller(assertion, proof).catch(() => undefined);
  const answer = await dea.subgraph.answer({ body: Buffer.from(body), assertion });
  return { caller, ...answer };
}

describe('a call under which a quota is spent', () => {
  it('is answered by the agency as if the clause were not there', async () => {
    expect((await ask(undefined)).body).toContain('title of r1');
    const { caller, body } = await ask([CLAUSE]);
    expect(caller?.spent).toEqual([CLAUSE]);
    expect(body).not.toContain('title of r1');
  });

  it.each([
    ['no list', CLAUSE],
    ['nothing in the list', []],
    ['no clause in the list', [1]],
    ['null', null],
  ])('is refused when it says so wrongly: %s', async (_what, spent) => {
    const { caller, status, body } = await ask(spent);
    expect(caller).toBeUndefined();
    expect(status).toBe(401);
    expect(body).not.toContain('title of r1');
  });
});
