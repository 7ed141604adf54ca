import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeJwt } from 'jose';
import { concordat } from './concordat.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = join(ROOT, 'agreements');

const folder = mkdtempSync(join(tmpdir(), 'concordat-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of the package in a folder that is not the package's. */
function run(...args: readonly string[]) {
  const env = { ...process.env, CONCORDAT_HOME: join(folder, 'token'), NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('concordat check', () => {
  it('finds no mistake in the samples, from any folder', () => {
    const { stdout, ...rest } = run(join(ROOT, 'cli/concordat.mjs'), 'check');
    expect(stdout).toMatch(/^10 agreements, no mistakes$/m);
    expect(rest).toEqual({ status: 0, stderr: '' });
  });

  it('tells every mistake with its place, and fails', async () => {
    const drafts = join(folder, 'drafts');
    const path = join(drafts, 'ice-dea-2009.yaml');
    for (const name of readdirSync(SAMPLES).filter((name) => name.endsWith('.yaml'))) {
      cpSync(join(SAMPLES, name), join(drafts, name));
    }
    writeFileSync(path, readFileSync(path, 'utf8').replace('categories: [SEIZURES]', 'categories: [SEIZURE]'));

    const { status, out } = await concordat('check', drafts);
    expect(status).toBe(1);
    expect(out.replace(/^.*yaml:\d+:/, 'yaml:')).toBe(
      'yaml:20: unknown category `SEIZURE` (did you mean `SEIZURES`?)\n1 mistake in 1 file; 7 agreements checked\n',
    );
    const json: unknown = JSON.parse((await concordat('check', drafts, '--json')).out);
    expect(json).toMatchObject({ agreements: 7, mistakes: [{ file: path, column: 20 }] });
    expect((await concordat('check', join(drafts, 'ofc-ice-2009.yaml'))).out).toBe('1 agreement, no mistakes\n');
  });

  it('checks the shape of agreements even when nobody knows the parties', async () => {
    writeFileSync(join(folder, 'parties.yaml'), 'agencies: []\n');
    writeFileSync(join(folder, 'x.yaml'), 'concordat: 1\n');
    const { status, out } = await concordat('check', folder);
    expect(status).toBe(1);
    expect(out).toMatch(/parties\.yaml:1:11: `agencies` needs at least one item/);
    expect(out).toMatch(/x\.yaml:1:1: `clauses` is missing/);
  });

  it('is called wrongly with exit status 2', async () => {
    expect(await concordat('check', '/nowhere')).toEqual({
      status: 2,
      out: '',
      err: 'error: there is no `/nowhere`\n',
    });
    expect((await concordat('chek')).status).toBe(2);
    expect((await concordat('sign')).status).toBe(2);
  });

  it('shows examples', async () => {
    for (const verb of ['check', 'compile', 'matrix', 'explain', 'diff', 'keygen', 'sign', 'verify']) {
      const { status, out } = await concordat(verb, '--help');
      expect(status).toBe(0);
      expect(out).toContain('Examples:');
    }
  });
});

describe('keygen, sign and verify', () => {
  it('bring an agreement from unsigned to signed', async () => {
    const home = join(folder, 'home');
    const signatures = ['--signatures', join(home, 'signatures')];
    for (const code of ['ICE', 'ATF']) expect((await concordat('keygen', code, '--out', home)).status).toBe(0);
    expect((await concordat('keygen', 'ICE', '--out', home)).status).toBe(1);
    const others = ['--key', join(home, 'private', 'ATF.json')];
    const wrong = await concordat(
      'sign',
      join(SAMPLES, 'ice-atf-2009.yaml'),
      '--party',
      'ICE',
      ...others,
      ...signatures,
    );
    expect(wrong.status).toBe(2);
    for (const code of ['ICE', 'ATF']) {
      const key = ['--key', join(home, 'private', `${code}.json`)];
      const agreement = join(SAMPLES, 'ice-atf-2009.yaml');
      expect((await concordat('sign', agreement, '--party', code, ...key, ...signatures)).status).toBe(0);
    }
    const { status, out } = await concordat('verify', SAMPLES, '--keys', join(home, 'keys'), ...signatures);
    expect(status).toBe(1);
    expect(out).toMatch(/^signed {3}ice-atf-2009 sha256-[\w-]{43}$/m);
    expect(out).toMatch(/^unsigned ice-dea-2009 sha256-[\w-]{43}\n {9}ICE: missing\n {9}DEA: missing$/m);
  });

  it('say of an edited agreement that it is to be signed again', async () => {
    const home = join(folder, 'edited');
    const path = join(home, 'agreements', 'ice-atf-2009.yaml');
    cpSync(SAMPLES, join(home, 'agreements'), { recursive: true });
    await concordat('keygen', 'ICE', '--out', home);
    const signatures = ['--signatures', join(home, 'signatures')];
    await concordat('sign', path, '--party', 'ICE', '--key', join(home, 'private', 'ICE.json'), ...signatures);
    writeFileSync(path, readFileSync(path, 'utf8').replace('text: ', 'text: Edited. '));
    const { out } = await concordat('verify', join(home, 'agreements'), '--keys', join(home, 'keys'), ...signatures);
    const again = `npx concordat sign ${path} --party ICE --key <private key of ICE>`;
    expect(out).toContain(
      `ICE: wrong, the signature does not fit this text (edited since it was signed? \`${again}\`)`,
    );
  });
});

describe('sign', () => {
  it('signs what it is told to, and no first one of a folder', async () => {
    const home = join(folder, 'signer');
    await concordat('keygen', 'ICE', '--out', home);
    const key = ['--key', join(home, 'private', 'ICE.json'), '--signatures', join(home, 'signatures')];
    expect(await concordat('sign', SAMPLES, '--party', 'ICE', ...key)).toMatchObject({
      status: 2,
      err: `error: \`${SAMPLES}\` is a folder: name the agreement that is to be signed\n`,
    });
  });
});

describe('npm run token', () => {
  const tsx = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
  const token = (...args: readonly string[]) => run('--import', tsx, join(ROOT, 'cli/token.ts'), ...args);

  it('prints a bearer token and nothing else', () => {
    const { status, stdout, stderr } = token('DEA', 'analyst');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(decodeJwt(stdout.trim())).toMatchObject({ agency: 'DEA', role: 'analyst', aud: 'concordat' });
  });

  it('tells which agencies and roles there are', () => {
    expect(token('DAE', 'analyst').stderr).toMatch(/^unknown agency `DAE`: one of ATF, DEA,.*; did you mean `DEA`\?$/m);
    const { status, stdout, stderr } = token('DEA', 'analist');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('unknown role `analist`: one of analyst, investigator, supervisor, liaison-officer,');
    expect(stderr).toContain('; did you mean `analyst`?\nusage: npm run --silent token -- DEA analyst');
  });

  it('vouches for trainings, a clearance and the contact point', () => {
    const vouched = ['--training', 'privacy', '--training', 'child-protection', '--clearance', 'secret'];
    const named = ['--contact-point', '--name', 'Ada Brook', '--sub', 'officer-17'];
    const { stdout, stderr } = token('DEA', 'liaison-officer', ...vouched, ...named);
    expect(stderr).toBe('');
    expect(decodeJwt(stdout.trim())).toMatchObject({
      sub: 'officer-17',
      name: 'Ada Brook',
      role: 'liaison-officer',
      trainings: ['privacy', 'child-protection'],
      clearance: 'secret',
      contact_point: true,
    });
  });

  it('knows no other options, and does not tell of its inside', () => {
    const { status, stdout, stderr } = token('DEA', 'analyst', '--traning', 'privacy');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Did you mean --training?');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
