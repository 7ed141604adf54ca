import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Honest, Lie } from '../../support/scenario/liar.ts';
import { PLANTED } from './json-lies.ts';

/** The largest answer that the gateway of the test reads. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** What a subgraph can do to its connection, or to what it sends: there is no part of it in the answer then. */
export const WIRE_LIES: readonly (readonly [string, (honest: Honest) => Lie])[] = [
  ['answers a text that is too long', () => sent(titled('x'.repeat(MOST_BYTES)))],
  ['answers too many values', () => sent(`{"data":{"_entities":[${'0,'.repeat(600_000)}0]}}`)],
  ['answers too many objects', () => sent(`{"data":{"_entities":[${'{},'.repeat(60_000)}{}]}}`)],
  [
    'answers lists in lists without end',
    () => sent(`{"data":{"_entities":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`),
  ],
  ['answers objects in objects without end', () => sent(`{"data":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`)],
  ['opens what it never closes', () => sent(`{"data":${'['.repeat(400_000)}`)],
  [
    'answers a text that is no UTF-8',
    () =>
      sent(
        Buffer.concat([Buffer.from('{"data":{"_entities":["'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"]}}')]),
      ),
  ],
  ['answers numbers that JSON does not have', () => sent('{"data":{"_entities":[NaN]}}')],
  ['answers with a mark before the JSON', () => sent('\uFEFF{"data":null}')],
  ['answers more than JSON', (honest) => sent(`${JSON.stringify(honest)}{}`)],
  ['answers status 204', () => sent('', { status: 204 })],
  ['answers status 302 with data', (honest) => sent(honest, { status: 302 })],
  ['answers status 401 with data', (honest) => sent(honest, { status: 401 })],
  ['answers status 500 with data', (honest) => sent(honest, { status: 500 })],
  ['answers HTML', (honest) => sent(honest, { headers: { 'content-type': 'text/html' } })],
  [
    'answers without a content type',
    (honest) =>
      raw(`HTTP/1.1 200 OK\r\ncontent-length: ${JSON.stringify(honest).length}\r\n\r\n${JSON.stringify(honest)}`),
  ],
  ['answers gzip, unasked', () => sent(BOMB, encoded('gzip'))],
  ['answers brotli, unasked', (honest) => sent(brotliCompressSync(JSON.stringify(honest)), encoded('br'))],
  ['answers two encodings', (honest) => sent(honest, encoded('identity, gzip'))],
  ['resets the connection', () => (socket) => socket.resetAndDestroy()],
  ['resets it in the middle', () => (socket) => socket.write(head(1000) + '{"data":', () => socket.resetAndDestroy())],
  ['ends before it is complete', () => (socket) => socket.end(head(1000) + '{"data":{"_entities":[{}')],
  ['answers what is no HTTP', () => raw(`${PLANTED}\r\n\r\n`)],
  [
    'answers two lengths',
    () =>
      raw(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\ncontent-length: 4\r\n\r\n{"data":null}`,
      ),
  ],
  [
    'answers a length and chunks',
    () =>
      raw(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\ntransfer-encoding: chunked\r\n\r\n4\r\nnull\r\n0\r\n\r\n`,
      ),
  ],
  [
    'answers headers that are too large',
    () => raw(`HTTP/1.1 200 OK\r\n${`x-a: ${'b'.repeat(8_000)}\r\n`.repeat(20)}\r\n`),
  ],
  ['switches protocols', () => raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n')],
  ['says continue', () => raw('HTTP/1.1 100 Continue\r\n\r\n')],
];

/** Few bytes that would become many. */
const BOMB = gzipSync(Buffer.alloc(8 * MOST_BYTES, ' '));

/** What takes as long as it is let. */
export const SLOW_LIES: readonly (readonly [string, Lie])[] = [
  ['never answers', () => undefined],
  ['sends headers without end', (socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', () => 'x-a: b\r\n')],
  ['announces answers without end', (socket) => drip(socket, '', () => 'HTTP/1.1 103 Early Hints\r\n\r\n')],
  ['drips its body', (socket) => drip(socket, head(1_000_000), () => ' ')],
];

/** A body without end, and how much of it was taken. */
export function endless(taken: { bytes: number }): Lie {
  return (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const pour = () => {
      if (socket.destroyed) return;
      taken.bytes = socket.bytesWritten;
      socket.write(chunk, pour);
    };
    pour();
  };
}

function drip(socket: Socket, first: string, next: () => string): void {
  socket.write(first);
  const timer = setInterval(() => socket.write(next()), 20);
  socket.on('close', () => clearInterval(timer));
}

function sent(
  body: Honest | string | Buffer,
  rest: { readonly status?: number; readonly headers?: Record<string, string> } = {},
): Lie {
  return { body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body), ...rest };
}

function encoded(encoding: string) {
  return { headers: { 'content-encoding': encoding } };
}

function raw(text: string): Lie {
  return (socket) => void socket.write(text);
}

function head(length: number): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}

function titled(title: string): string {
  return JSON.stringify({ data: { _entities: [{ _c_t: 'IceRecord', title }] } });
}
