import type { EventEmitter } from 'node:events';
import { rmSync, renameSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { BundleFeed, type BundleNews } from '../../platform/bundle-feed.ts';
import { serveBundle } from '../../platform/bundle-server.ts';
import { watchedFeed } from '../../platform/folder-feed.ts';
import { Rulebook, type RulebookOptions } from '../../platform/rulebook.ts';
import { urlFeed } from '../../platform/url-feed.ts';
import { openToyBundle, putAgreement, readToyFolder, toyAgreement, toyFolder } from './toy-bundle.ts';

const share = (id: string) =>
  toyAgreement(id, [{ id: '1', text: '', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_SUMMARY'] } }]);

const rulebooks: Rulebook[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const rulebook of rulebooks.splice(0)) rulebook.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(...ids: readonly string[]): string {
  const folder = toyFolder(ids.map(share));
  folders.push(folder);
  return folder;
}

async function rulebookOn(feed: BundleFeed, rest: Partial<RulebookOptions> = {}): Promise<Rulebook> {
  const rulebook = new Rulebook({ feed, open: openToyBundle, ...rest });
  rulebooks.push(rulebook);
  await rulebook.ready;
  return rulebook;
}

function inForce(rulebook: Rulebook, at = new Date()): readonly string[] {
  return rulebook.at(at).inForce.map(({ agreement }) => agreement.id);
}

async function within(milliseconds: number, check: () => boolean): Promise<void> {
  const until = performance.now() + milliseconds;
  while (!check()) {
    if (performance.now() > until) throw new Error(`not within ${milliseconds} ms`);
    await sleep(10);
  }
}

/** A feed that says what a test tells it to. */
function toldFeed(): { feed: BundleFeed; tell: (news: BundleNews) => void } {
  let tell: (news: BundleNews) => void = () => undefined;
  const feed = new BundleFeed(async (say) => void (tell = say));
  return { feed, tell: (news) => tell(news) };
}

describe('a rulebook that follows a folder', () => {
  it('is effective within a second of a change, and tells of it', async () => {
    const folder = newFolder('a');
    const rulebook = await rulebookOn(watchedFeed([folder], () => readToyFolder(folder)));
    let told = 0;
    rulebook.onChange(() => (told += 1));
    expect(inForce(rulebook)).toEqual(['a']);
    putAgreement(folder, share('b'));
    await within(1000, () => inForce(rulebook).includes('b'));
    rmSync(join(folder, 'a.json'));
    await within(1000, () => inForce(rulebook).join() === 'b');
    expect(told).toBe(2);
  });

  it('sees a change of the same length', async () => {
    const folder = newFolder('a');
    const rulebook = await rulebookOn(watchedFeed([folder], () => readToyFolder(folder)));
    const { digest } = rulebook.at(new Date());
    const text = JSON.stringify(share('a'));
    writeFileSync(join(folder, 'a.json'), text.replace('RECORD_SUMMARY', 'RECORD_SUMMARX'));
    await within(1000, () => rulebook.at(new Date()).digest !== digest);
  });

  it('keeps the rest when one agreement breaks, and reports it', async () => {
    const folder = newFolder('a', 'b');
    const rulebook = await rulebookOn(watchedFeed([folder], () => readToyFolder(folder)));
    writeFileSync(join(folder, 'a.json'), '{ broken');
    await within(1000, () => inForce(rulebook).join() === 'b');
    expect(rulebook.reports.map(({ path, status }) => [path, status])).toEqual([
      ['a.json', 'broken'],
      ['b.json', 'signed'],
    ]);
  });

  it('does not read what is still being written', async () => {
    const folder = newFolder('a');
    const rulebook = await rulebookOn(watchedFeed([folder], () => readToyFolder(folder)));
    const seen: string[] = [];
    rulebook.onChange(() => seen.push(rulebook.reports.map(({ status }) => status).join()));
    const text = JSON.stringify(share('b'));
    for (const part of [text.slice(0, 40), text.slice(40, 80), text.slice(80)]) {
      appendFileSync(join(folder, 'b.json'), part);
      await sleep(120);
    }
    await within(1000, () => inForce(rulebook).length === 2);
    expect(seen).toEqual(['signed,signed']);
  });

  it('discloses nothing when the folder has been away for too long, says so, and recovers', async () => {
    const folder = newFolder('a');
    const rulebook = await rulebookOn(
      watchedFeed([folder], () => readToyFolder(folder)),
      { maxAgeSeconds: 0.6 },
    );
    renameSync(folder, `${folder}-away`);
    await sleep(300);
    expect(inForce(rulebook)).toEqual(['a']);
    await within(1000, () => inForce(rulebook).length === 0);
    expect(rulebook.standing).toEqual({ is: 'outdated', reason: 'the folder of agreements cannot be read' });
    renameSync(`${folder}-away`, folder);
    await within(1000, () => inForce(rulebook).join() === 'a');
    expect(rulebook.standing).toEqual({ is: 'current' });
  });
});

describe('a rulebook', () => {
  it('discloses nothing before any bundle has arrived', async () => {
    const { feed, tell } = toldFeed();
    const rulebook = new Rulebook({ feed, open: openToyBundle });
    rulebooks.push(rulebook);
    expect(inForce(rulebook)).toEqual([]);
    expect(rulebook.standing.is).toBe('none');
    tell({ is: 'unreachable', reason: 'nobody there' });
    await rulebook.ready;
    expect(rulebook.standing).toEqual({ is: 'none', reason: 'nobody there' });
  });

  it('tells when the source has been silent for too long', async () => {
    const { feed, tell } = toldFeed();
    let clock = 0;
    const rulebook = new Rulebook({ feed, open: openToyBundle, clock: () => clock });
    rulebooks.push(rulebook);
    tell({ is: 'bundle', bundle: readToyFolder(newFolder('a')) });
    let told = 0;
    rulebook.onChange(() => (told += 1));
    clock = 300_000;
    tell({ is: 'unreachable', reason: 'nobody there' });
    expect(inForce(rulebook)).toEqual(['a']);
    clock = 300_001;
    await within(1000, () => told === 1);
    expect(inForce(rulebook)).toEqual([]);
    tell({ is: 'same' });
    expect(inForce(rulebook)).toEqual(['a']);
  });

  it('drops the agreements of before when a bundle cannot be opened', async () => {
    const { feed, tell } = toldFeed();
    const open = (bundle: Parameters<typeof openToyBundle>[0]) => {
      if (bundle.parties === 'wrong') throw new Error('a secret');
      return openToyBundle(bundle);
    };
    const rulebook = new Rulebook({ feed, open });
    rulebooks.push(rulebook);
    const bundle = readToyFolder(newFolder('a'));
    tell({ is: 'bundle', bundle });
    expect(inForce(rulebook)).toEqual(['a']);
    tell({ is: 'bundle', bundle: { ...bundle, parties: 'wrong' } });
    expect(inForce(rulebook)).toEqual([]);
    expect(rulebook.standing).toEqual({ is: 'none', reason: 'the bundle of agreements cannot be opened' });
  });

  it('compiles once, and again when an agreement enters into force or lapses', async () => {
    const { feed, tell } = toldFeed();
    const folder = newFolder('a');
    putAgreement(folder, { ...share('b'), effective: '2030-01-01', until: '2030-12-31' });
    const rulebook = new Rulebook({ feed, open: openToyBundle });
    rulebooks.push(rulebook);
    tell({ is: 'bundle', bundle: readToyFolder(folder) });
    const at = (day: string) => new Date(`${day}T12:00:00Z`);
    expect(rulebook.at(at('2029-12-31'))).toBe(
      rulebook.at(at('2029-12-30')).until ? rulebook.at(at('2029-12-31')) : undefined,
    );
    expect(inForce(rulebook, at('2029-12-31'))).toEqual(['a']);
    expect(inForce(rulebook, at('2030-01-01'))).toEqual(['a', 'b']);
    expect(inForce(rulebook, at('2031-01-01'))).toEqual(['a']);
    expect(inForce(rulebook, at('2029-12-31'))).toEqual(['a']);
  });
});

describe('a rulebook that follows a server', () => {
  const anybody = async () => undefined;
  const unsigned = async () => 'no assertion';

  async function registry(folder: string, port = 0) {
    const rulebook = await rulebookOn(watchedFeed([folder], () => readToyFolder(folder)));
    const app = Fastify({ forceCloseConnections: true });
    serveBundle(app, rulebook, anybody);
    const url = await app.listen({ port, host: '127.0.0.1' });
    return { app, url: `${url}/bundle`, port: Number(new URL(url).port) };
  }

  it('hears of a change within a second, and asks again after an outage', async () => {
    const folder = newFolder('a');
    const first = await registry(folder);
    const rulebook = await rulebookOn(urlFeed(first.url, unsigned, 0.2), { maxAgeSeconds: 0.7 });
    expect(inForce(rulebook)).toEqual(['a']);
    putAgreement(folder, share('b'));
    await within(1000, () => inForce(rulebook).length === 2);
    await first.app.close();
    await within(1500, () => inForce(rulebook).length === 0);
    expect(rulebook.standing).toEqual({ is: 'outdated', reason: 'the server of agreements does not answer' });
    const second = await registry(folder, first.port);
    await within(3000, () => inForce(rulebook).length === 2);
    rulebook.stop();
    await second.app.close();
  });

  it('answers 304 for a known bundle, and 503 without a current one', async () => {
    const folder = newFolder('a');
    const { app, url } = await registry(folder);
    const answer = await fetch(url);
    const etag = answer.headers.get('etag') ?? '';
    expect(answer.status).toBe(200);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await app.close();
    const empty = Fastify();
    serveBundle(empty, { bundle: undefined, onChange: () => () => undefined }, anybody);
    expect((await empty.inject('/bundle')).statusCode).toBe(503);
  });

  it('leaves nothing behind on a connection that brings many questions', async () => {
    const { app, url } = await registry(newFolder('a'));
    const sockets = new Set<EventEmitter>();
    app.server.on('connection', (socket) => sockets.add(socket));
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    const listeners = () => [...sockets].map((socket) => socket.listenerCount('close'));
    const ask = async () => void (await (await fetch(url, { headers: { 'if-none-match': etag } })).text());
    await ask();
    const before = Math.max(...listeners());
    for (let times = 0; times < 12; times += 1) await ask();
    expect(Math.max(...listeners())).toBeLessThanOrEqual(before + 1);
    await app.close();
  });

  it('takes no nonsense for a bundle', async () => {
    const app = Fastify();
    app.get('/bundle', async () => ({ parties: 'x', documents: [{ path: 1 }], signatures: {} }));
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const rulebook = await rulebookOn(urlFeed(`${url}/bundle`, unsigned));
    expect(inForce(rulebook)).toEqual([]);
    expect(rulebook.standing.is).toBe('none');
    rulebook.stop();
    await app.close();
  });
});
