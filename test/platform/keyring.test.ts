import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeyring, type Keyring } from '../../platform/keyring.ts';
import { openOwnKey, type OwnKey } from '../../platform/own-key.ts';
import { ensureKeyPair, ensurePartyKeys } from '../../platform/party-keys.ts';

/** Looks are the test's own. */
const NEVER = 1_000_000;

let home = '';
const troubles: unknown[] = [];
const onTrouble = (path: string) => void troubles.push(path);
const ends: (() => unknown)[] = [];
const published = (name: string) => join(home, 'keys', `${name}.jwks.json`);
const write = (path: string, value: unknown) => writeFileSync(path, JSON.stringify(value));
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, { keys: object[] }>;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'concordat-keyring-'));
  mkdirSync(join(home, 'keys'));
  await ensureKeyPair(home, 'gateway');
  for (const code of ['ICE', 'DEA']) await ensurePartyKeys(home, code);
  troubles.splice(0);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  rmSync(home, { recursive: true });
});

async function opened(): Promise<Keyring> {
  const keyring = await openKeyring({ folder: join(home, 'keys'), onTrouble, lookMilliseconds: NEVER });
  ends.push(keyring.stop);
  return keyring;
}

describe('the keys that a party pins', () => {
  it('are followed: those of one party, of a party that comes, and of the gateway', async () => {
    const keyring = await opened();
    const before = { parties: keyring.parties, dea: keyring.parties.get('DEA') };
    const ice = read(published('ICE'));
    write(published('ICE'), { ...ice, viewers: { keys: [...ice['viewers']!.keys, ...ice['service']!.keys] } });
    await ensurePartyKeys(home, 'FBI');
    write(published('gateway'), { keys: [] });
    let told = 0;
    keyring.onChange(() => (told += 1));
    await keyring.look();
    await keyring.look();
    expect(told).toBe(1);
    expect(keyring.parties).not.toBe(before.parties);
    expect(keyring.parties.get('ICE')?.viewers.keys).toHaveLength(2);
    expect(keyring.parties.get('DEA')).toBe(before.dea);
    expect([...keyring.parties.keys()].sort()).toEqual(['DEA', 'FBI', 'ICE']);
    expect(keyring.gateway).toEqual({ keys: [] });
  });

  it('are gone when their set is emptied', async () => {
    const keyring = await opened();
    write(published('ICE'), { ...read(published('ICE')), viewers: { keys: [] } });
    await keyring.look();
    expect(keyring.parties.get('ICE')?.viewers).toEqual({ keys: [] });
    expect(keyring.parties.get('ICE')?.service.keys).toHaveLength(1);
  });

  it.each<readonly [string, (path: string) => void]>([
    ['is gone', (path) => rmSync(path)],
    ['is half written', (path) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 200))],
    ['is empty', (path) => writeFileSync(path, '')],
    ['is something else', (path) => write(path, { keys: 'none' })],
    [
      'holds a key that is none',
      (path) =>
        write(path, {
          ...read(path),
          keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }],
          viewers: { keys: [{ kty: 'OKP' }] },
        }),
    ],
  ])('stay as they were last good when a file %s, and that is told once', async (_how, spoil) => {
    const keyring = await opened();
    const before = { parties: keyring.parties, gateway: keyring.gateway };
    for (const name of ['ICE', 'gateway']) spoil(published(name));
    await keyring.look();
    await keyring.look();
    expect({ parties: keyring.parties, gateway: keyring.gateway }).toEqual(before);
    expect([...troubles].sort()).toEqual([published('ICE'), published('gateway')].sort());
  });

  it('must be good at the start: the file that is not is named', async () => {
    write(published('ICE'), {});
    await expect(opened()).rejects.toThrow(published('ICE'));
    rmSync(published('gateway'));
    await expect(opened()).rejects.toThrow('gateway.jwks.json');
  });
});

describe('the private key of a process', () => {
  async function own(): Promise<OwnKey> {
    const path = join(home, 'private', 'gateway.json');
    const key = await openOwnKey({ path, onTrouble, lookMilliseconds: 5 });
    ends.push(key.stop);
    return key;
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('is followed, and the last good one stays', async () => {
    const key = await own();
    const first = key.current();
    writeFileSync(join(home, 'private', 'gateway.json'), '{"kty":"OKP","d":"a secret');
    await until(() => troubles.length > 0);
    expect(key.current()).toBe(first);
    await ensureKeyPair(home, 'other');
    write(join(home, 'private', 'gateway.json'), read(join(home, 'private', 'other.json')));
    await until(() => key.current() !== first);
    expect(key.current().kid).toMatch(/^other-/);
  });

  it('is named when it is none, and nothing of it is told', async () => {
    writeFileSync(join(home, 'private', 'gateway.json'), '{"kty":"OKP","d":"a secret');
    const failure: unknown = await own().catch((error: unknown) => error);
    expect(String(failure)).toContain('gateway.json');
    expect(JSON.stringify([String(failure), (failure as Error).stack, (failure as Error).cause])).not.toContain(
      'secret',
    );
  });
});
