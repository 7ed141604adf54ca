import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { concordat, place, usePlaces } from './concordat.ts';

usePlaces();

type Answering = (lines: readonly string[], response: ServerResponse) => void;

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly path: string | undefined;
  readonly lines: readonly string[];
}

/** A gateway in a test's own hands. */
function useGateway() {
  const heard: Heard[] = [];
  const gateway = { heard, url: '', answer: undefined as Answering | undefined };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const lines = body.split('\n');
      heard.push({ headers: request.headers, path: request.url, lines });
      gateway.answer?.(lines, response);
    });
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  beforeEach(() => void heard.splice(0));
  return gateway;
}

const gateway = useGateway();
const found = { records: { count: 1, hits: [] }, cases: { count: 0, hits: [] } };
const ndjson = (...lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const answerAll: Answering = (lines, response) =>
  response.end(ndjson(...lines.map((_, at) => ({ line: at + 1, ...found })), { done: true }));

let files = 0;
function file(content: string): string {
  const path = place(`sought-${(files += 1)}`);
  writeFileSync(path, content);
  return path;
}

const search = (path: string, ...args: readonly string[]) =>
  concordat('search', path, '--url', gateway.url, '--token', 't', '--purpose', 'area=a; use=b; case=c', ...args);
const numbersIn = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { line?: number }).line ?? []);

describe('`concordat search`', () => {
  it('sends a file with who asks and what for, and prints the answers under the numbers of its lines', async () => {
    gateway.answer = answerAll;
    const { status, out, err } = await search(file('PHONE +1\n\n{"phone": "+2"}\r\n'));
    expect(gateway.heard).toEqual([
      {
        path: '/search',
        lines: ['PHONE +1', '{"phone": "+2"}'],
        headers: expect.objectContaining({
          authorization: 'Bearer t',
          'x-purpose': 'area=a; use=b; case=c',
        }) as unknown,
      },
    ]);
    expect(out).toBe(ndjson({ line: 1, ...found }, { line: 3, ...found }, { done: true }));
    expect({ status, err }).toEqual({ status: 0, err: 'lines answered: 2, with hits: 2\n' });
  });

  it('goes on where it was interrupted: every line is answered once, and a torn one again', async () => {
    const [path, out] = [file(Array.from({ length: 1_500 }, (_, at) => `PHONE +${at}`).join('\n')), place('kept')];
    gateway.answer = (lines, response) => {
      const some = lines.slice(0, 700).map((_, at) => ({ line: at + 1, ...found }));
      response.write(ndjson(...some), () => setTimeout(() => response.destroy(), 50));
    };
    const first = await search(path, '--out', out);
    expect(first).toMatchObject({ status: 1, out: '' });
    expect(first.err).toContain('what was answered is kept: the same command goes on');
    expect(numbersIn(out)).toHaveLength(700);
    appendFileSync(out, '{"line":701,"records":{"cou');
    gateway.answer = answerAll;
    gateway.heard.splice(0);
    const second = await search(path, '--out', out);
    expect(second).toMatchObject({
      status: 0,
      err: 'lines answered already: 700\nlines answered: 800, with hits: 800\n',
    });
    expect(gateway.heard.map(({ lines }) => lines[0])).toEqual(['PHONE +700']);
    expect(numbersIn(out)).toEqual(Array.from({ length: 1_500 }, (_, at) => at + 1));
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  it('keeps what is wrong with a line for good, and not what may be better later', async () => {
    const [path, out] = [file('a\nb\nc\nd'), place('later')];
    gateway.answer = (_, response) =>
      response.end(
        ndjson(
          { line: 1, error: { code: 'BAD_LINE', message: 'm' } },
          { line: 2, error: { code: 'RATE_LIMITED', message: 'm' } },
          { line: 3, ...found, spent: ['x#1'] },
          { line: 4, error: { code: 'LEDGER_UNAVAILABLE', message: 'm' } },
          { done: true },
        ),
      );
    const { status, err } = await search(path, '--out', out);
    expect(status).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual([
      'lines answered: 1, with hits: 1',
      'lines that cannot be searched by: 1; their answers say why',
      'answers without clauses whose quota is used up (`spent`): 1',
      'lines not answered for now: 2; send them again',
    ]);
    expect(numbersIn(out)).toEqual([1, 3]);
    gateway.answer = answerAll;
    await search(path, '--out', out);
    expect(gateway.heard.at(-1)?.lines).toEqual(['b', 'd']);
    expect(numbersIn(out)).toEqual([1, 3, 2, 4]);
  });

  it('waits where it is told to, and says what is refused', async () => {
    gateway.answer = (lines, response) => {
      if (gateway.heard.length > 1) return answerAll(lines, response);
      return response.writeHead(429, { 'retry-after': '1' }).end('{}');
    };
    expect(await search(file('a'))).toMatchObject({ status: 0 });
    expect(gateway.heard).toHaveLength(2);
    const refusal = { message: 'the token is none', extensions: { code: 'TOKEN_INVALID', remedy: 'Sign in again.' } };
    gateway.answer = (_, response) => response.writeHead(401).end(JSON.stringify({ errors: [refusal] }));
    expect((await search(file('a'))).err).toBe('error: TOKEN_INVALID: the token is none. Sign in again.\n');
    gateway.answer = (_, response) => response.writeHead(502).end('<html>');
    expect((await search(file('a'))).err).toBe('error: the answer has the status 502, and is none of a gateway\n');
  });

  it('mixes no answers to two files, and sends nothing in clear over a network', async () => {
    gateway.answer = answerAll;
    const out = place('mixed');
    await search(file('a'), '--out', out);
    expect(await search(file('b'), '--out', out)).toMatchObject({
      status: 2,
      err: expect.stringContaining('has no answers to this file') as unknown,
    });
    const elsewhere = await search(file('a'), '--url', 'http://gateway.example');
    expect(elsewhere).toMatchObject({ status: 2, err: expect.stringContaining('`https://…`') as unknown });
    expect(gateway.heard).toHaveLength(1);
  });
});
