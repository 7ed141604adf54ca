import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { serverAccount } from '../../../platform/database/account.ts';
import { startEmbedded, type EmbeddedServer } from '../../../platform/database/embedded.ts';
import { postmasterOf, type Postmaster } from '../../../platform/database/postmaster.ts';

const home = makeHome();
const folder = join(home, 'postgres');
const data = join(folder, 'data');
const open = (): Promise<EmbeddedServer> => startEmbedded({ home, durable: false });

afterAll(() => rmSync(home, { recursive: true, force: true }));

it('keeps what was stored from one start to the next', async () => {
  const first = await open();
  await query(first.url, 'CREATE TABLE kept (value text); INSERT INTO kept VALUES ($$still here$$)');
  await first.stop();
  expect(postmasterOf(data)).toBeUndefined();

  const second = await open();
  expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 'still here' }]);
  await second.stop();
});

it('is shared by all who start it, and ends with the last of them', async () => {
  const [first, second] = await Promise.all([open(), open()]);
  expect(second.url).toBe(first.url);
  await first.stop();
  expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await second.stop();
  expect(postmasterOf(data)).toBeUndefined();
});

it('ends when its only user is killed, and starts again', async () => {
  const { holder, url } = await hold();
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  holder.kill('SIGKILL');
  await until(() => postmasterOf(data) === undefined);
  await (await open()).stop();
});

it('survives the death of the process that started it while another uses it', async () => {
  const { holder, url } = await hold();
  const guest = await open();
  expect(guest.url).toBe(url);
  holder.kill('SIGKILL');
  await sleep(200);
  expect(await query(guest.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await guest.stop();
});

it('recovers after the server itself was killed', async () => {
  const first = await open();
  process.kill(running().pid, 'SIGKILL');
  const second = await open();
  expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 'still here' }]);
  await Promise.all([first.stop(), second.stop()]);
});

it('is not misled by a lock file whose process is another program by now', async () => {
  const bystander = spawn('sleep', ['60'], { ...serverAccount(folder) });
  writeFileSync(join(data, 'postmaster.pid'), `${bystander.pid}\n${data}\n1\n1\n\n127.0.0.1\n\nready\n`);
  const server = await open();
  expect(bystander.exitCode).toBeNull();
  await server.stop();
  bystander.kill();
});

it('removes what a killed initialisation left', async () => {
  const other = makeHome();
  const draft = join(other, 'postgres', 'draft-999999999');
  mkdirSync(draft, { recursive: true });
  const account = serverAccount(join(other, 'postgres'));
  if (account) chownSync(draft, account.uid, account.gid);
  await (await startEmbedded({ home: other, durable: false })).stop();
  expect(existsSync(draft)).toBe(false);
  expect(readdirSync(join(other, 'postgres')).sort()).toEqual(['data', 'server.log', 'users']);
  rmSync(other, { recursive: true });
});

/** A folder that the server's account can enter when we are root. */
function makeHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** Another process that uses the database. */
async function hold(): Promise<{ holder: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('../../support/hold-database.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', script, home], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, url: String(url).trim() };
}

function running(): Postmaster {
  const postmaster = postmasterOf(data);
  if (!postmaster) throw new Error('no server runs');
  return postmaster;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !condition(); tries++) await sleep(10);
  expect(condition()).toBe(true);
}
