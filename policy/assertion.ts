import { hash, randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { DeclaredError, type ErrorDeclaration } from '../schema/errors.ts';
import { ASSERTION_ERRORS } from './assertion-errors.ts';
import { isSignedBy, signWith, type SigningKey } from './ed25519.ts';
import { isPlainText } from './plain-text.ts';
import type { ReplayMemory } from './replay-memory.ts';
import { rootFrom, treeOver } from './signed-together.ts';

/** The header in which an assertion travels. */
export const ASSERTION_HEADER = 'x-concordat-assertion';

/** How long an assertion is valid, in seconds. */
const ASSERTION_SECONDS = 30;

/** Characters of a `jti`: few enough to be kept, enough not to be hit on by chance. */
const ID_CHARACTERS = { least: 16, most: 64 };

/** By how much the clocks of two parties may differ, in seconds. */
const SKEW_SECONDS = 5;

/** Who asserts what to whom, about which request. */
export interface Assertion {
  /** `typ` of the token: an assertion of one kind is never taken for another (RFC 8725, 3.11). */
  readonly kind: string;
  readonly issuer: string;
  readonly audience: string;
  /** The exact bytes of the request's body. */
  readonly body: Uint8Array | string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What a receiver demands of an assertion. */
export interface Proof {
  readonly kind: string;
  /** The keys that an issuer has published; undefined: nobody known. */
  readonly keysOf: (issuer: string) => JSONWebKeySet | undefined;
  /** The receiver's own name. */
  readonly audience: string;
  /** The exact bytes that were received. */
  readonly body: Uint8Array | string;
  readonly now: Date;
  /** In which this receiver remembers what was used. */
  readonly replays: ReplayMemory;
}

/** Claims whose signature, kind, time, audience and body are right. What else they say is for the reader to check. */
export type ProvenClaims = Readonly<Record<string, unknown>> & { readonly iss: string };

/** An assertion as a JWT (RFC 7519) with EdDSA (RFC 8037), valid for thirty seconds from `now`. */
export function signAssertion(assertion: Assertion, key: SigningKey, now: Date): string {
  const input = inputOf(assertion, key, now);
  return `${input}.${signWith(key, Buffer.from(input)).toString('base64url')}`;
}

/** An assertion that is about to be made, and when. */
export interface DueAssertion {
  readonly assertion: Assertion;
  readonly now: Date;
}

/**
 * At most `MOST_TOGETHER` assertions under one signature. Each is the two parts of a JWT's input, its path to the root, and
 * the signature of the root.
 */
export function signAssertions(due: readonly DueAssertion[], key: SigningKey): readonly string[] {
  const inputs = due.map(({ assertion, now }) => inputOf(assertion, key, now));
  const { root, paths } = treeOver(inputs);
  const signature = signWith(key, rootInput(root)).toString('base64url');
  return inputs.map((input, index) => `${input}.${paths[index]}.${signature}`);
}

function inputOf({ kind, issuer, audience, body, claims }: Assertion, key: SigningKey, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000);
  const registered = { iss: issuer, aud: audience, iat, exp: iat + ASSERTION_SECONDS, jti: randomUUID() };
  return `${headOf(kind, key)}.${encode({ ...claims, ...registered, body: digest(body) })}`;
}

/** INVARIANT: no input of a JWT begins so: its head is base64url of a JSON object. */
function rootInput(root: Buffer): Buffer {
  return Buffer.from(`concordat-together.${root.toString('base64url')}`);
}

/**
 * Checks an assertion: signature and kind first, then time, audience and body; and last that it was not used before, so
 * that nobody without a key makes anything be remembered.
 * @throws DeclaredError one of `ASSERTION_ERRORS`
 */
export async function proveAssertion(token: string | undefined, proof: Proof): Promise<ProvenClaims> {
  if (!token) return refuse(ASSERTION_ERRORS.ASSERTION_MISSING, 'the request carries no assertion');
  const claims =
    authentic(token, proof) ?? refuse(ASSERTION_ERRORS.ASSERTION_INVALID, 'the assertion does not prove who calls');
  if (!isCurrent(claims, proof.now.getTime() / 1000))
    refuse(ASSERTION_ERRORS.ASSERTION_EXPIRED, 'the assertion is not valid now');
  if (claims.aud !== proof.audience)
    refuse(ASSERTION_ERRORS.ASSERTION_AUDIENCE, 'the assertion is for another receiver');
  if (claims.body !== digest(proof.body))
    refuse(ASSERTION_ERRORS.ASSERTION_BODY, 'the assertion is for another request body');
  await takeOnce(claims, proof);
  return claims;
}

async function takeOnce({ iss: issuer, jti: id, exp }: ProvenClaims, { audience, now, replays }: Proof): Promise<void> {
  if (!isPlainText(id, ID_CHARACTERS.most) || id.length < ID_CHARACTERS.least) return refuseClaims();
  const used = { issuer, audience, id, until: Number(exp) + SKEW_SECONDS };
  const taken = await replays.take(used, now.getTime() / 1000);
  if (taken === 'again') refuse(ASSERTION_ERRORS.ASSERTION_REPLAYED, 'the assertion was used before');
  if (taken !== 'first') refuse(ASSERTION_ERRORS.ASSERTION_UNRECORDED, 'the assertion cannot be remembered now');
}

/** Refuses an assertion that proves a caller and then says something else than it must. */
export function refuseClaims(): never {
  return refuse(ASSERTION_ERRORS.ASSERTION_INVALID, 'the assertion lacks a claim, or one is of another type');
}

/** The claims of a token that its issuer signed; undefined when anything about it is wrong. */
function authentic(token: string, { kind, keysOf }: Proof): ProvenClaims | undefined {
  const parts = partsOf(token);
  const header = parts && decode(parts.head);
  const claims = parts && decode(parts.payload);
  if (header?.alg !== 'EdDSA' || header.typ !== kind || typeof header.kid !== 'string') return undefined;
  if (!claims || !isIssued(claims)) return undefined;
  const keys = keysOf(claims.iss);
  const input = signedInput(`${parts.head}.${parts.payload}`, parts.path);
  if (!keys || !input) return undefined;
  return isSignedBy(keys, header.kid, input, Buffer.from(parts.signature, 'base64url')) ? claims : undefined;
}

/** A JWT, or one whose signature is of a root to which there is a path. */
interface TokenParts {
  readonly head: string;
  readonly payload: string;
  readonly path: string | undefined;
  readonly signature: string;
}

function partsOf(token: string): TokenParts | undefined {
  const parts = token.split('.');
  const [head, payload] = parts;
  const path = parts.length === 4 ? parts[2] : undefined;
  const signature = parts[path === undefined ? 2 : 3];
  return head && payload && signature && parts.length <= 4 ? { head, payload, path, signature } : undefined;
}

/** What was signed: the text itself, or the root that it leads to. */
function signedInput(text: string, path: string | undefined): Buffer | undefined {
  if (path === undefined) return Buffer.from(text);
  const root = rootFrom(text, path);
  return root && rootInput(root);
}

function isIssued(claims: Readonly<Record<string, unknown>>): claims is ProvenClaims {
  return typeof claims.iss === 'string';
}

function isCurrent({ iat, exp }: Readonly<Record<string, unknown>>, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat > ASSERTION_SECONDS) return false;
  return iat - SKEW_SECONDS <= now && now < exp + SKEW_SECONDS;
}

function refuse(declaration: ErrorDeclaration, detail: string): never {
  throw new DeclaredError(declaration, detail);
}

function digest(body: Uint8Array | string): string {
  return hash('sha256', body, 'base64url');
}

/** The same for every assertion of a kind by a key: written once. */
function headOf(kind: string, key: SigningKey): string {
  let byKind = heads.get(key);
  if (!byKind) heads.set(key, (byKind = new Map<string, string>()));
  const known = byKind.get(kind) ?? encode({ alg: 'EdDSA', kid: key.kid, typ: kind });
  byKind.set(kind, known);
  return known;
}

const heads = new WeakMap<SigningKey, Map<string, string>>();

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
