import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginRotation } from '../../platform/key-rotation.ts';
import { ensureKeyPair, ensurePartyKeys, readPrivateKeys } from '../../platform/party-keys.ts';
import { concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const home = place('rotating');
const rotate = (...args: readonly string[]) => concordat('rotate-key', ...args, '--home', home);
const kidsOf = (name: string, use?: string) => {
  const file = JSON.parse(readFileSync(join(home, 'keys', `${name}.jwks.json`), 'utf8')) as Record<string, never>;
  const { keys } = (use ? file[use] : file) as unknown as { keys: readonly { kid: string; d?: string }[] };
  expect(keys.some((key) => key.d)).toBe(false);
  return keys.map(({ kid }) => kid);
};

beforeAll(async () => {
  await ensurePartyKeys(home, 'ICE');
  await ensureKeyPair(home, 'gateway');
});

describe('`concordat rotate-key`', () => {
  it('publishes a new key beside the old one, lets it sign, and says what comes next', async () => {
    const { viewers, service } = (await readPrivateKeys(home, 'ICE'))!;
    const { status, out, err } = await rotate('ICE', '--use', 'viewers', '--overlap', '0');
    expect(status).toBe(0);
    const now = (await readPrivateKeys(home, 'ICE'))!;
    expect(now.viewers.kid).not.toBe(viewers.kid);
    expect(now.service).toEqual(service);
    expect(kidsOf('ICE', 'viewers')).toEqual([viewers.kid, now.viewers.kid]);
    expect(out).toContain(now.viewers.kid!);
    expect(err).toContain(
      `retire the old key:\n  npx concordat rotate-key ICE --retire ${viewers.kid!} --home ${home}`,
    );
    expect(statSync(join(home, 'private', 'ICE.json')).mode & 0o777).toBe(0o600);
  });

  it('goes on where an interrupted call was, and makes no second key', async () => {
    const which = { home, name: 'gateway', use: undefined };
    const [begun] = [await beginRotation(which, new Date()), await beginRotation(which, new Date())];
    expect(kidsOf('gateway')).toEqual([begun?.old, begun?.kid]);
    expect((await rotate('gateway', '--retire', begun!.kid)).err).toContain('about to sign');
    const { status, out } = await rotate('gateway', '--overlap', '0');
    expect([status, out]).toEqual([0, expect.stringContaining(`signs: ${begun!.kid}`) as string]);
    expect(kidsOf('gateway')).toEqual([begun!.old, begun!.kid]);
    expect((await rotate('gateway', '--retire', begun!.old)).status).toBe(0);
    expect(kidsOf('gateway')).toEqual([begun!.kid]);
  });

  it('loses none of several rotations of one party at once, and brings no key back that is retired meanwhile', async () => {
    await ensurePartyKeys(home, 'FBI');
    const uses = ['agreements', 'viewers', 'service'] as const;
    await rotate('FBI', '--use', 'service', '--overlap', '0');
    const [old] = kidsOf('FBI', 'service');
    const before = (await readPrivateKeys(home, 'FBI'))!;
    const calls = uses.map((use) => rotate('FBI', '--use', use, '--overlap', '0'));
    const retired = await rotate('FBI', '--retire', old!);
    expect([retired, ...(await Promise.all(calls))].map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    const now = (await readPrivateKeys(home, 'FBI'))!;
    for (const use of uses) expect(kidsOf('FBI', use)).toEqual([before[use].kid, now[use].kid]);
  });

  it('goes on past a call that was killed while it wrote', async () => {
    const left = join(home, 'keys', '.ICE.lock');
    writeFileSync(left, '');
    utimesSync(left, 0, 0);
    expect((await rotate('ICE', '--use', 'service', '--overlap', '0')).status).toBe(0);
    expect(existsSync(left)).toBe(false);
  });

  it('retires no key that signs, and none of agreements without being told that its signatures are void', async () => {
    const { agreements } = (await readPrivateKeys(home, 'ICE'))!;
    const [signs] = kidsOf('gateway');
    expect(await rotate('gateway', '--retire', signs!)).toMatchObject({
      status: 1,
      err: expect.stringContaining('rotate first') as string,
    });
    expect(await rotate('ICE', '--retire', agreements.kid!)).toMatchObject({
      status: 1,
      err: expect.stringContaining('--void-signatures') as string,
    });
    const voided = await rotate('ICE', '--retire', agreements.kid!, '--void-signatures');
    expect(voided).toMatchObject({ status: 1, err: expect.stringContaining('rotate first') as string });
    expect(kidsOf('ICE', 'agreements')).toEqual([agreements.kid]);
  });

  it('says how long the old key signs, in the number that it is', async () => {
    expect((await rotate('ICE', '--use', 'service', '--overlap', '1')).err).toContain('signs for 1 second more');
  });

  it("says what makes the keys that are not there: the gateway's by `npm start`, a party's under its own code", async () => {
    const nowhere = await concordat('rotate-key', 'gateway', '--home', join(home, 'nowhere'));
    expect(nowhere).toMatchObject({ status: 2, err: expect.stringContaining('the first `npm start` makes') as string });
    const party = await concordat('rotate-key', 'ICE', '--use', 'viewers', '--home', join(home, 'nowhere'));
    expect(party.err).toContain('no party has keys there; say `--home`');
    expect((await rotate('ICF', '--use', 'viewers')).err).toContain('did you mean `ICE`?');
    expect((await rotate('INTERPOL', '--use', 'viewers')).err).toContain('one of `FBI`, `ICE`');
  });

  it.each([
    ['of what', ['ICE']],
    ['of a use that there is not', ['ICE', '--use', 'everything']],
    ['of the gateway for viewers', ['gateway', '--use', 'viewers']],
    ['of a party whose keys are elsewhere', ['DEA', '--use', 'viewers']],
    ['of what is no code', ['../ICE', '--use', 'viewers']],
    ['for a while', ['ICE', '--use', 'viewers', '--overlap', 'a while']],
    ['that nobody publishes', ['ICE', '--retire', 'ICE-viewers-0']],
  ])('is called wrongly: a key %s', async (_what, args) => {
    const before = readFileSync(join(home, 'keys', 'ICE.jwks.json'), 'utf8');
    expect(await rotate(...args)).toMatchObject({ status: 2, out: '' });
    expect(readFileSync(join(home, 'keys', 'ICE.jwks.json'), 'utf8')).toBe(before);
  });
});
