import { request as open, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as later } from 'node:timers/promises';
import { UNHURRIED } from '../support/scenario/scenario.ts';
import { KEYS, useBlindingWorld } from './blinding/world.ts';

const UNREAD_MILLISECONDS = 300;
/** What is told of so many lines is more than lies between two ends of a connection. */
const LINES = 150_000;

const limits = {
  ...UNHURRIED,
  door: { ...UNHURRIED.door, unreadMilliseconds: UNREAD_MILLISECONDS, keepAliveMilliseconds: 1_000 },
  batch: { lines: LINES, bytes: 2 * LINES, atOnce: 3, ofViewer: 1 },
};
let patience: () => Promise<unknown> = async () => undefined;
const world = useBlindingWorld({ door: { limits } }, KEYS, { patience: () => patience() });
afterEach(() => (patience = async () => undefined));

const PHONE = 'PHONE +1 202 555 0143';

async function headers(): Promise<Readonly<Record<string, string>>> {
  return { ...(await world.scenario.as('DEA').headers()), 'content-type': 'application/x-ndjson' };
}

async function search(body: string): Promise<Response> {
  return fetch(`${world.scenario.url}/search`, { method: 'POST', headers: await headers(), body });
}

/** Searches by a line for which nobody is asked, until that ends as a test waits for. */
async function searchUntil(status: number): Promise<void> {
  const response = await search('x');
  await response.text();
  if (response.status !== status) await searchUntil(status);
}

/** An answer that has begun, and of which nothing is read. */
async function unread(body: string): Promise<IncomingMessage> {
  const asking = open(new URL('/search', world.scenario.url), { method: 'POST', headers: await headers() });
  asking.on('error', () => undefined).end(body);
  return new Promise((begun) => asking.on('response', begun));
}

/** A question on whose connection a batch search comes right after it. */
async function askedBefore(body: string): Promise<string> {
  const question = JSON.stringify({ query: '{ records { totalCount } }' });
  const all = Object.entries({ host: 'x', ...(await headers()) });
  const request = (path: string, type: string, content: string) =>
    [
      `POST ${path} HTTP/1.1`,
      ...all.map(([name, value]) => `${name}: ${name === 'content-type' ? type : value}`),
      `content-length: ${content.length}`,
      '',
      content,
    ].join('\r\n');
  return request('/graphql', 'application/json', question) + request('/search', 'application/x-ndjson', body);
}

describe('the place of a batch search is free again', () => {
  it('where nobody reads its answer, which is cut off', async () => {
    const answer = await unread('x\n'.repeat(LINES));
    await searchUntil(200);
    await expect(textOf(answer)).rejects.toThrow('aborted');
  });

  it('where its connection goes while it waits for another answer', async () => {
    let goOn = () => undefined as void;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    patience = () => waiting;
    const { hostname, port } = new URL(world.scenario.url);
    const socket = connect(Number(port), hostname);
    socket.write(await askedBefore('x'));
    await searchUntil(429);
    socket.destroy();
    goOn();
    await searchUntil(200);
  });
});

it('an answer that takes longer to make than one may be unread is waited for', async () => {
  patience = () => later(3 * UNREAD_MILLISECONDS);
  const response = await search(PHONE);
  expect(await response.text()).toContain('"done":true');
});

it('so is one of which a part was read', async () => {
  const lines = [PHONE, ...Array.from({ length: 99 }, () => 'x'), PHONE].join('\n');
  let asked = 0;
  patience = () => later((asked += 1) > 1 ? 3 * UNREAD_MILLISECONDS : 0);
  const response = await search(lines);
  expect(await response.text()).toContain('"lines":101');
});

it('a connection on which nothing more is asked ends', async () => {
  const { hostname, port } = new URL(world.scenario.url);
  const socket = connect(Number(port), hostname);
  socket.write('GET /elsewhere HTTP/1.1\r\nhost: x\r\n\r\n');
  expect(await textOf(socket)).toMatch(/^HTTP\/1.1 404 Not Found/u);
});
