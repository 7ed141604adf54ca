import { hash } from 'node:crypto';

/** Numbers that look random and follow from what they are keyed by: the same keys, the same numbers. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some of the list, in its order. */
  sample<T>(list: readonly T[], count: number): readonly T[];
  /** A string of decimal digits. */
  digits(length: number): string;
}

/** What a stream of random numbers is keyed by; joined, the parts must be unmistakable. */
export type Key = string | number;

/** A stream of its own for the keys (Doty-Humphrey's SFC32, seeded by SHA-256). */
export function random(...keys: readonly Key[]): Random {
  const next = sfc32(digest(keys));
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => pick(list, next()),
    sample: (list, count) => sample(list, count, next),
    digits: (length) => Array.from({ length }, () => int(0, 9)).join(''),
  };
}

/** A UUID of the form of version 4 (RFC 9562) that follows from the keys. */
export function uuid(...keys: readonly Key[]): string {
  const bytes = digest(['uuid', ...keys]);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x40;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function digest(keys: readonly Key[]): Buffer {
  return hash('sha256', keys.join('\u0000'), 'buffer');
}

function pick<T>(list: readonly T[], position: number): T {
  if (list.length === 0) throw new RangeError('nothing to pick from');
  return list[Math.floor(position * list.length)] as T;
}

function sample<T>(list: readonly T[], count: number, next: () => number): readonly T[] {
  let left = Math.min(count, list.length);
  return list.filter((_, index) => {
    const taken = next() < left / (list.length - index);
    if (taken) left--;
    return taken;
  });
}

function sfc32(seed: Buffer): () => number {
  let [a, b, c, counter] = [0, 4, 8, 12].map((offset) => seed.readInt32LE(offset)) as [number, number, number, number];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
}
