import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { openBundle } from '../../policy/bundle.ts';
import { readBundleFolder, readKeysFolder } from '../../platform/agreements.ts';
import { prepareDemo, readDemoParties } from '../../platform/demo-keys.ts';
import { makeDemoToken } from '../../platform/demo-token.ts';
import { readPrivateKeys } from '../../platform/party-keys.ts';
import { vocabularyOf } from '../../platform/vocabulary.ts';

const SAMPLES = fileURLToPath(new URL('../../agreements', import.meta.url));

const SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url));

let home = '';
let agreementsDir = '';
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-demo-'));
  home = join(folder, 'home');
  agreementsDir = join(folder, 'agreements');
  await cp(SAMPLES, agreementsDir, { recursive: true });
});
afterEach(() => rm(join(home, '..'), { recursive: true, force: true }));

const prepare = () => prepareDemo({ home, agreementsDir });

async function statuses(): Promise<Readonly<Record<string, string>>> {
  const { agencies } = await readDemoParties(agreementsDir);
  const bundle = await readBundleFolder({
    agreementsDir,
    signaturesDir: join(home, 'signatures'),
    noticesDir: join(home, 'notices'),
  });
  const vocabulary = vocabularyOf(SUPERGRAPH, agencies);
  const { reports } = openBundle(bundle, await readKeysFolder(join(home, 'keys')), vocabulary);
  return Object.fromEntries(reports.map(({ path, status }) => [path, status]));
}

/** Every file below the home folder, with its text. */
async function contents(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  );
}

describe('the demo', () => {
  it('has keys for every party and the gateway, and every sample signed', async () => {
    await prepare();
    const { agencies } = await readDemoParties(agreementsDir);
    const keys = await readKeysFolder(join(home, 'keys'));
    expect([...keys.keys()].sort()).toEqual(agencies.map(({ code }) => code).sort());
    expect(await readdir(join(home, 'private'))).toContain('gateway.json');
    expect(new Set(Object.values(await statuses()))).toEqual(new Set(['signed']));
  });

  it('keeps private keys to their owner, and publishes nothing of them', async () => {
    await prepare();
    expect((await stat(join(home, 'private'))).mode & 0o777).toBe(0o700);
    for (const name of await readdir(join(home, 'private'))) {
      expect((await stat(join(home, 'private', name))).mode & 0o777).toBe(0o600);
    }
    for (const name of await readdir(join(home, 'keys'))) {
      expect(await readFile(join(home, 'keys', name), 'utf8')).not.toContain('"d"');
    }
  });

  it('is as it was when it is prepared again, and leaves nothing behind', async () => {
    await prepare();
    const before = await contents();
    await prepare();
    expect(await contents()).toEqual(before);
    expect(Object.keys(before).filter((path) => path.endsWith('.part'))).toEqual([]);
  });

  it('can be prepared by several at once', async () => {
    await Promise.all([prepare(), prepare(), prepare()]);
    expect(new Set(Object.values(await statuses()))).toEqual(new Set(['signed']));
  });

  it('signs a sample again when its text has changed', async () => {
    await prepare();
    await edit('ice-dea-2009.yaml', 'drug-trafficking', 'money-laundering');
    expect((await statuses())['ice-dea-2009.yaml']).toBe('unsigned');
    await prepare();
    expect((await statuses())['ice-dea-2009.yaml']).toBe('signed');
  });

  it("signs what hangs on a group's charter again when the charter has changed", async () => {
    await prepare();
    await edit('ofc-2009.yaml', 'title: Charter', 'title: New charter');
    expect(await statuses()).toMatchObject({ 'ofc-2009.yaml': 'unsigned', 'ofc-ice-2009.yaml': 'unsigned' });
    await prepare();
    expect(await statuses()).toMatchObject({ 'ofc-2009.yaml': 'signed', 'ofc-ice-2009.yaml': 'signed' });
  });

  it('neither replaces the keys of a party that has its own elsewhere, nor signs in its name', async () => {
    await prepare();
    const path = join(home, 'keys', 'DEA.jwks.json');
    const pinned = await readFile(path, 'utf8');
    await rm(join(home, 'private', 'DEA.json'));
    await edit('ice-dea-2009.yaml', 'drug-trafficking', 'money-laundering');
    await prepare();
    expect(await readFile(path, 'utf8')).toBe(pinned);
    expect(await readPrivateKeys(home, 'DEA')).toBeUndefined();
    expect((await statuses())['ice-dea-2009.yaml']).toBe('unsigned');
  });

  async function edit(name: string, from: string, to: string): Promise<void> {
    const path = join(agreementsDir, name);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  }
});

describe('a demo token', () => {
  it("is signed by the viewers' key of the agency, and by no other of its keys", async () => {
    await prepare();
    const { agencies } = await readDemoParties(agreementsDir);
    const agency = agencies.find(({ code }) => code === 'DEA')!;
    const keys = (await readPrivateKeys(home, 'DEA'))!;
    const token = await makeDemoToken({ agency, role: 'analyst', keys });
    const published = (await readKeysFolder(join(home, 'keys'))).get('DEA')!;
    const options = { issuer: agency.issuer, audience: 'concordat', algorithms: ['EdDSA'] };
    const { payload } = await jwtVerify(token, createLocalJWKSet(published.viewers), options);
    expect(payload).toMatchObject({ sub: 'dea-analyst', agency: 'DEA', role: 'analyst' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
    await expect(jwtVerify(token, createLocalJWKSet(published.agreements), options)).rejects.toThrow();
  });
});

describe('a folder of keys', () => {
  it('is refused with the name of the file that is none', async () => {
    await prepare();
    await writeFile(join(home, 'keys', 'FBI.jwks.json'), '{"keys":[]}');
    await expect(readKeysFolder(join(home, 'keys'))).rejects.toThrow(/FBI\.jwks\.json/);
  });
});

describe('a folder of signatures', () => {
  it('may hold files that are none', async () => {
    await prepare();
    await writeFile(join(home, 'signatures', 'ice-dea-2009.json'), '{');
    expect(await statuses()).toMatchObject({ 'ice-dea-2009.yaml': 'unsigned', 'ice-atf-2009.yaml': 'signed' });
  });
});
