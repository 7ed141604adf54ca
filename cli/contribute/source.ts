import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UsageError, whyNot } from '../usage.ts';

/** What is loaded. */
export interface Source {
  /** The name of the load at the index: the same for the same file. */
  readonly load: string;
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** How much of it has been read, from 0 to 1. Undefined: nobody knows how much there is. */
  readonly fraction: () => number | undefined;
}

/** A file, compressed by gzip or not. @throws UsageError when it cannot be read */
export async function fileSource(path: string): Promise<Source> {
  try {
    const { size } = await stat(path);
    const load = `sha256-${await digestOf(createReadStream(path))}`;
    let read = 0;
    const counted = async function* () {
      for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
        read += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    };
    return { load, bytes: () => unzipped(counted()), fraction: () => read / size };
  } catch (error) {
    throw new UsageError(`cannot read \`${path}\`: ${whyNot(path, error)}`);
  }
}

/** What comes through a pipe. It goes on where it was broken off only by a name, under which the same comes again. */
export function pipeSource(input: AsyncIterable<Uint8Array>, name: string | undefined): Source {
  const load = name === undefined ? `pipe-${randomUUID()}` : `name-${createHash('sha256').update(name).digest('hex')}`;
  return { load, bytes: () => unzipped(input), fraction: () => undefined };
}

const CHUNK_BYTES = 256 * 1024;

async function digestOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}

/** By its first bytes, not by its name: what is compressed by gzip (RFC 1952) is unpacked as it comes. */
async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = resumed(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else yield* gunzipped(all);
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** INVARIANT: what cannot be unpacked to its last byte is no whole file: what it lacks might be withdrawn. */
async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  let given = 0;
  const counted = async function* () {
    for await (const chunk of bytes) {
      given += chunk.length;
      yield chunk;
    }
  };
  pipeline(Readable.from(counted()), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    throw isOfZlib(error) ? new UsageError(`the file is not whole: ${error.message}`) : error;
  }
  // Node takes a nought after what is packed for padding, and leaves out whatever follows.
  if (given > gunzip.bytesWritten)
    throw new UsageError('the file is not whole: something follows what is packed in it');
}

function isOfZlib(error: unknown): error is Error {
  return error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code));
}
