import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Disclosure } from '../../../policy/rule.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import { isDate, isUuid } from '../text.ts';
import { LEVELS } from './levels.ts';

/** A place in an order of hits. */
export interface Position {
  /** What the row there is sorted by: a date, or how much agrees. */
  readonly key: string | null;
  readonly id: string;
  /** What is not shown has a place of its own, which its id does not tell. */
  readonly disclosure: Disclosure;
}

/** Turns positions into cursors that say nothing to anybody, and back. */
export interface CursorSeal {
  /** @param bound what the cursor is good for: viewer, purpose and query */
  seal(position: Position, bound: string): string;
  /** @throws DeclaredError `BAD_CURSOR` when it is broken, or was made for something else */
  open(cursor: string, bound: string): Position;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A seal (AES-256-GCM). The nonce is made of the message itself, as in RFC 5297, so that the same answer comes out
 * byte for byte the same, and no nonce serves two messages.
 * @param secret at least 32 bytes, the same for all replicas of the hub; absent: cursors end with the process
 */
export function cursorSeal(secret: Uint8Array = randomBytes(32)): CursorSeal {
  const [cipherKey, nonceKey] = ['encrypt', 'nonce'].map((use) => derive(secret, use)) as [Buffer, Buffer];
  return {
    seal(position, bound) {
      const text = JSON.stringify([position.key, position.id, position.disclosure]);
      const iv = createHmac('sha256', nonceKey)
        .update(JSON.stringify([bound, text]))
        .digest()
        .subarray(0, IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(bound));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (cursor, bound) =>
      decrypt(cipherKey, cursor, bound) ??
      refuse(INDEX_ERRORS.BAD_CURSOR, 'the cursor was not given out for this query'),
  };
}

function derive(secret: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `concordat cursor ${use}`, 32));
}

function decrypt(key: Buffer, cursor: string, bound: string): Position | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(bound))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    return positionIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function positionIn(value: unknown): Position | undefined {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [];
  const [key, id, level] = parts;
  const disclosure = LEVELS.find((one) => one === level);
  return (key === null || isKey(key)) && isUuid(id) && disclosure ? { key, id, disclosure } : undefined;
}

function isKey(value: unknown): value is string {
  return isDate(value) || (typeof value === 'string' && RELEVANCE.test(value));
}

const RELEVANCE = /^\d{1,9}$/;
