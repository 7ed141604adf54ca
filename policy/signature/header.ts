import type { Charters } from './signatories.ts';

/** `typ` of an agreement's signature: no other signature can be taken for one. */
export const SIGNATURE_TYPE = 'concordat-agreement+jws';

/** The only algorithm: EdDSA over Ed25519 (RFC 8037). */
export const SIGNATURE_ALGORITHM = 'EdDSA';

/** The protected header of an agreement's signature. */
export interface SignatureHeader {
  readonly alg: string;
  readonly kid: string;
  readonly typ: string;
  /** Id of the agreement. */
  readonly agreement: string;
  /** The party that signs, agency or group, as the agreement names it. */
  readonly party: string;
  /** Digests of the charters of the groups that the agreement names; left out when it names none. */
  readonly charters?: Charters;
  /** When it was given, RFC 3339 in UTC: tells a text that is signed again from an old one that is brought back. */
  readonly given?: string;
}

/** The parts of a detached signature (RFC 7515, appendix F). */
export interface DetachedSignature {
  readonly header: SignatureHeader;
  /** As transmitted, base64url. */
  readonly protectedHeader: string;
  readonly signature: string;
}

const PARTS = /^(?<protectedHeader>[A-Za-z0-9_-]{1,8192})\.\.(?<signature>[A-Za-z0-9_-]{0,1024})$/;
const KEYS = new Set(['alg', 'kid', 'typ', 'agreement', 'party', 'charters', 'given']);

/** Takes a detached signature apart. Undefined: it is none, or its header says more than it may. */
export function readDetached(jws: unknown): DetachedSignature | undefined {
  const parts = typeof jws === 'string' ? PARTS.exec(jws)?.groups : undefined;
  const { protectedHeader, signature } = parts ?? {};
  if (protectedHeader === undefined || signature === undefined) return undefined;
  const header = readHeader(protectedHeader);
  return header && { header, protectedHeader, signature };
}

/** What is signed (RFC 7515, 5.1): the header as transmitted, a dot, and the payload, base64url. */
export function signingInput(protectedHeader: string, payload: Uint8Array): Buffer {
  return Buffer.from(`${protectedHeader}.${Buffer.from(payload).toString('base64url')}`);
}

function readHeader(encoded: string): SignatureHeader | undefined {
  try {
    const header: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64url')),
    );
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

/** INVARIANT: a key that is not understood (`crit`, `b64`, `jwk`, …) makes it no signature of ours. */
function isHeader(value: unknown): value is SignatureHeader {
  if (typeof value !== 'object' || value === null) return false;
  const { charters, given = '', ...texts } = value as Record<string, unknown>;
  const required = ['alg', 'kid', 'typ', 'agreement', 'party'].every((key) => typeof texts[key] === 'string');
  const isKnown = Object.keys(value).every((key) => KEYS.has(key));
  return required && isKnown && typeof given === 'string' && (charters === undefined || isTexts(charters));
}

function isTexts(value: unknown): value is Charters {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
