import { ASSERTION_HEADER } from '../../../policy/assertion.ts';
import { assertCaller } from '../../../policy/caller.ts';
import { makeDemoToken, makeDemoVoucher } from '../../../platform/demo-token.ts';
import { readPrivateKeys } from '../../../platform/party-keys.ts';
import { concordat } from '../../cli/concordat.ts';
import { aHolding } from '../../support/holdings.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { recordsWith } from '../../support/scenario/hits.ts';
import { post } from '../../support/scenario/http.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { newHome } from './home.ts';

const held = aHolding('ICE', { record: { title: 'A shared matter' } });
const home = newHome();
const scenario = useScenario({
  agencies: ['ICE', 'DEA'],
  agreements: [
    agreed(['ICE', 'DEA'], [{ id: '1', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_SUMMARY'] } }]),
  ],
  data: { ICE: held.all, DEA: [] },
  pins: home.pins,
});
afterAll(() => home.stop());

const [dea] = agenciesOf(['DEA']);

/** What DEA's issuer signs with at this moment. */
async function vouching() {
  return { agency: dea!, role: 'analyst', keys: (await readPrivateKeys(home.path, 'DEA'))! };
}

async function ask(token?: string) {
  const authorization = `Bearer ${token ?? (await makeDemoToken(await vouching()))}`;
  const { status, text } = await post(
    scenario.url,
    { authorization, 'x-purpose': PURPOSE },
    { query: recordsWith('title') },
  );
  return { status, isWhole: text.includes('A shared matter') && !text.includes('"errors"'), text };
}

/** Asks ICE's subgraph with a key of the gateway. */
async function askIce(key: typeof scenario.secrets.gateway) {
  const body = JSON.stringify({ query: '{ __typename }' });
  const voucher = await makeDemoVoucher(await vouching());
  const assertion = await assertCaller({ voucher, ruleset: '', audience: 'ICE', body, now: new Date() }, key);
  const headers = { 'content-type': 'application/json', [ASSERTION_HEADER]: assertion };
  const response = await fetch(scenario.subgraphUrl('ICE'), { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

const rotate = (...args: readonly string[]) => concordat('rotate-key', ...args, '--home', home.path);
const LEAST = 200;

describe('keys that are rotated while everybody asks', () => {
  it("refuse nobody: the gateway's, a viewers' and a service key", async () => {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    let rotated = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!rotated || answers.length < LEAST) answers.push(await ask());
    });
    const before = [scenario.secrets.gateway.kid, scenario.secrets.parties.secret.get('DEA')!.viewers.kid!];
    const said = [
      await rotate('gateway', '--overlap', '1'),
      await rotate('DEA', '--use', 'viewers', '--overlap', '1'),
      await rotate('DEA', '--use', 'service', '--overlap', '0'),
    ];
    rotated = true;
    await Promise.all(asking);
    expect(said.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(answers.length).toBeGreaterThanOrEqual(LEAST);
    expect(answers.filter(({ status, isWhole }) => status !== 200 || !isWhole)).toEqual([]);
    const last = scenario.received.filter(({ subgraph }) => subgraph === 'ICE').at(-1)!;
    const signed = [kidOf(String(last.headers[ASSERTION_HEADER])), kidOf(await makeDemoToken(await vouching()))];
    for (const [at, kid] of signed.entries()) expect(kid).not.toBe(before[at]);
  });

  it('count until they are retired, and not a moment longer', async () => {
    const { gateway, parties } = scenario.secrets;
    const stolen = parties.secret.get('DEA')!;
    const token = await makeDemoToken({ agency: dea!, role: 'analyst', keys: stolen });
    expect([(await askIce(gateway)).status, (await ask(token)).status]).toEqual([200, 200]);
    expect((await rotate('gateway', '--retire', gateway.kid)).status).toBe(0);
    expect((await rotate('DEA', '--retire', stolen.viewers.kid!)).status).toBe(0);
    await home.look();
    expect(await askIce(gateway)).toMatchObject({
      status: 401,
      text: expect.stringContaining('ASSERTION_INVALID') as string,
    });
    expect(await ask(token)).toMatchObject({ status: 401, text: expect.stringContaining('TOKEN_INVALID') as string });
    expect(await ask()).toMatchObject({ status: 200, isWhole: true });
  });

  it('for agreements keep the meaning of their signatures, unless they are retired with all that they signed', async () => {
    const old = scenario.secrets.parties.secret.get('ICE')!.agreements.kid!;
    expect((await rotate('ICE', '--use', 'agreements', '--overlap', '0')).status).toBe(0);
    await home.look();
    expect(await ask()).toMatchObject({ isWhole: true });
    const refused = await rotate('ICE', '--retire', old);
    expect([refused.status, refused.err]).toEqual([1, expect.stringContaining('--void-signatures') as string]);
    await home.look();
    expect(await ask()).toMatchObject({ isWhole: true });
    expect((await rotate('ICE', '--retire', old, '--void-signatures')).status).toBe(0);
    await home.look();
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(text).not.toContain('A shared matter');
    expect(scenario.reports().map((report) => report.status)).toEqual(['unsigned']);
  });
});

function kidOf(token: string): unknown {
  return (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid?: unknown }).kid;
}
