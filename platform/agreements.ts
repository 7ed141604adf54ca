import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { PARTIES_PATH, type Bundle, type BundledDocument } from '../policy/bundle.ts';
import type { PartyKeys, PublishedKeys } from '../policy/signature/keys.ts';
import type { NoticeText } from '../policy/signature/notices.ts';

/** Where agreements and their signatures lie. */
export interface BundleFolders {
  /** `parties.yaml`, and every other `*.yaml` but `*.test.yaml` is an agreement. */
  readonly agreementsDir: string;
  /** `<agreement-id>.json`: detached signatures by party. Need not exist. */
  readonly signaturesDir: string;
  /** `<notice-id>.json`: a notice and its signature. Need not exist. */
  readonly noticesDir: string;
}

const SIGNATURES_FILE = /^(?<id>[a-z0-9][a-z0-9-]{1,63})\.json$/;
/** The name of a party's file of published keys. */
export const KEYS_FILE = /^(?<code>[A-Z][A-Z0-9-]{1,15})\.jwks\.json$/;

/**
 * Reads a folder of agreements as it is. What is wrong in a document or a file of signatures is found when the bundle
 * is opened.
 * @throws Error when the folder or `parties.yaml` cannot be read
 */
export async function readBundleFolder({ agreementsDir, signaturesDir, noticesDir }: BundleFolders): Promise<Bundle> {
  const [parties, documents, signatures, notices] = await Promise.all([
    readFile(join(agreementsDir, PARTIES_PATH), 'utf8'),
    readDocuments(agreementsDir),
    readSignatures(signaturesDir),
    readNotices(noticesDir),
  ]);
  return { parties, documents, signatures, notices };
}

/**
 * The agreements of a folder, as text, in the order of their names. Their authors' tests (`*.test.yaml`) are none, nor
 * are folders and what editors hide beside a file (`.#ice-dea.yaml`).
 */
export async function readDocuments(folder: string): Promise<readonly BundledDocument[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const names = files.filter(isAgreement).sort();
  return Promise.all(names.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })));
}

function isAgreement(name: string): boolean {
  return /^[^.].*\.yaml$/.test(name) && !name.endsWith('.test.yaml') && name !== PARTIES_PATH;
}

/**
 * Reads the keys that a party pins: `<CODE>.jwks.json` for every party, a set each for agreements, viewers and service.
 * @throws Error when a file is not that; the message names it
 */
export async function readKeysFolder(folder: string): Promise<PartyKeys> {
  const names = (await readdir(folder)).sort();
  const entries = names.map(async (name) => {
    const code = KEYS_FILE.exec(name)?.groups?.['code'];
    return code ? [[code, await readKeys(join(folder, name))] as const] : [];
  });
  return new Map((await Promise.all(entries)).flat());
}

async function readKeys(path: string): Promise<PublishedKeys> {
  return publishedKeysIn(path, await readFile(path, 'utf8'));
}

/** What a party publishes. @throws Error when the text is not that; the message names the file */
export function publishedKeysIn(path: string, text: string): PublishedKeys {
  const value = parse(text);
  if (isPublished(value)) return value;
  throw new Error(`\`${path}\` does not hold the key sets \`agreements\`, \`viewers\` and \`service\``);
}

/** Signatures by agreement id, then by party. A folder or a file that cannot be read holds none. */
export async function readSignatures(folder: string): Promise<Bundle['signatures']> {
  const names = await readdir(folder).catch((): string[] => []);
  const entries = names.sort().map(async (name) => {
    const id = SIGNATURES_FILE.exec(name)?.groups?.['id'];
    if (!id) return [];
    const value = parse(await readFile(join(folder, name), 'utf8').catch(() => ''));
    return isRecord(value) ? [[id, value as Readonly<Record<string, string>>] as const] : [];
  });
  return Object.fromEntries((await Promise.all(entries)).flat());
}

/** What parties declared since they signed. A folder or a file that cannot be read holds nothing. */
async function readNotices(folder: string): Promise<readonly NoticeText[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.json'));
  const entries = names.sort().map(async (name) => {
    const value = parse(await readFile(join(folder, name), 'utf8').catch(() => ''));
    return isRecord(value) ? [{ notice: value['notice'], signature: value['signature'] }] : [];
  });
  return (await Promise.all(entries)).flat();
}

/** INVARIANT: what cannot travel is left out. Otherwise one party's file could keep every agreement from everybody. */
function parse(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return canTravel(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** How deep signatures, notices and keys may nest; none of them needs a third of it. */
const DEEPEST = 16;

/** Whether a value has a canonical form (RFC 8785), without an end of the stack in it. `1e999` is JSON, and no number. */
function canTravel(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((item) => canTravel(item, depth - 1));
}

function isPublished(value: unknown): value is PublishedKeys {
  return isRecord(value) && [value['agreements'], value['viewers'], value['service']].every(isKeySet);
}

/** Whether a value has the form of a set of keys (RFC 7517). */
export function isKeySet(value: unknown): value is JSONWebKeySet {
  return isRecord(value) && Array.isArray(value['keys']) && value['keys'].every(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
