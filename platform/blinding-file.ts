import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BlindingKeys } from '../matching/blinding-keys.ts';
import { keyFolders, print } from './party-keys.ts';

const KEY_BYTES = 32;

/** Epochs are counted from 1; the index keeps them in two bytes. */
const LAST_EPOCH = 32_767;

/** What a file of keys holds. */
export interface BlindingFile extends BlindingKeys {
  /** The last number that was given to an epoch. INVARIANT: none is given to another key: the index tells epochs by them. */
  readonly last: number;
}

/** Where the demo keeps them. */
export function demoBlindingKeys(home: string): string {
  return join(keyFolders(home).private, 'blinding.json');
}

/** New keys, of one epoch. */
export function newBlindingKeys(): BlindingFile {
  return { current: 1, epochs: new Map([[1, newKey()]]), last: 1 };
}

/** The keys with one more epoch, by which nobody blinds yet. Undefined: there is no further number. */
export function withNewEpoch(keys: BlindingFile): BlindingFile | undefined {
  const last = keys.last + 1;
  if (last > LAST_EPOCH) return undefined;
  return { ...keys, epochs: new Map([...keys.epochs, [last, newKey()]]), last };
}

/** By which keys of several parties can be compared: nobody learns the key from it. */
export function fingerprint(key: Uint8Array): string {
  const code = createHmac('sha256', key).update('concordat/fingerprint/1').digest('hex');
  return code.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** As a file of keys is written. */
export function printBlindingKeys({ current, epochs, last }: BlindingFile): string {
  const texts = [...epochs].map(([epoch, key]) => [epoch, Buffer.from(key).toString('base64url')] as const);
  return print({ current, last, epochs: Object.fromEntries(texts) });
}

/** Reads a file of keys. @throws Error that names it and says what is wrong; it says nothing of the keys */
export function readBlindingKeys(path: string, text: string): BlindingFile {
  const wrong = (why: string) => new Error(`\`${path}\` holds no blinding keys: ${why}; see docs/selectors.md`);
  const file = parsed(text);
  if (!isObject(file) || !isObject(file['epochs']))
    throw wrong('it is not JSON of the form { "current", "last", "epochs" }');
  const { current, epochs: written, last = Math.max(...Object.keys(file['epochs']).map(Number)), ...more } = file;
  if (Object.keys(more).length > 0) throw wrong('beside `current`, `last` and `epochs` there is something else in it');
  const epochs = epochsIn(written, wrong);
  if (typeof current !== 'number' || !epochs.has(current)) throw wrong('`current` is none of its epochs');
  if (!isEpoch(last) || [...epochs.keys()].some((epoch) => epoch > last))
    throw wrong('`last` is less than one of its epochs, or no number of one');
  return { current, epochs, last };
}

function epochsIn(written: object, wrong: (why: string) => Error): ReadonlyMap<number, Uint8Array> {
  const epochs = new Map<number, Uint8Array>();
  for (const [name, value] of Object.entries(written)) {
    const [epoch, key] = [Number(name), keyIn(value)];
    if (!isEpoch(epoch) || String(epoch) !== name) throw wrong(`an epoch is a whole number from 1 to ${LAST_EPOCH}`);
    if (!key) throw wrong(`the key of epoch ${name} is not ${KEY_BYTES} bytes in base64url`);
    epochs.set(epoch, key);
  }
  if (new Set(Object.values(written)).size < epochs.size) throw wrong('two epochs have the same key');
  return epochs;
}

function keyIn(value: unknown): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64url') : undefined;
  return bytes?.length === KEY_BYTES && bytes.toString('base64url') === value ? new Uint8Array(bytes) : undefined;
}

function isEpoch(epoch: unknown): epoch is number {
  return typeof epoch === 'number' && Number.isInteger(epoch) && epoch >= 1 && epoch <= LAST_EPOCH;
}

/** What a parser says of JSON repeats a part of it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function newKey(): Uint8Array {
  return new Uint8Array(randomBytes(KEY_BYTES));
}
