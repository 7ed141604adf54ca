import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import { demoBlindingKeys, readBlindingKeys } from '../../platform/blinding-file.ts';
import { keyFolders, readPrivateKeys } from '../../platform/party-keys.ts';
import { signingKey, type SigningKey } from '../../policy/ed25519.ts';
import { loadCalls, type LoadCalls } from '../../subgraphs/kit/loads.ts';
import { UsageError, whyNot } from '../usage.ts';
import { fileSource, pipeSource, type Source } from './source.ts';
import { indexAt } from './where.ts';

/** What the command is given. */
export interface ContributeOptions {
  readonly index?: string;
  readonly home: string;
  readonly blinding?: string;
  readonly rejected?: string;
  readonly name?: string;
  readonly replace?: true;
  readonly yes?: true;
  readonly again?: true;
  readonly threads: string;
}

/** What a load needs. */
export interface Settings {
  readonly source: Source;
  readonly calls: LoadCalls;
  readonly keys: BlindingKeys;
  readonly threads: number;
  readonly setAsidePath: string;
}

/** Reads what the command is given, and what it names. @throws UsageError that says what to do */
export async function readSettings(agency: string, file: string, options: ContributeOptions): Promise<Settings> {
  const indexUrl = await indexAt(options);
  const threads = threadsIn(options);
  const key = await serviceKey(agency, options);
  const keys = await blindingKeys(options);
  const source = await sourceOf(file, options);
  return {
    source,
    calls: loadCalls({ indexUrl, agency, load: source.load, key }),
    keys,
    threads,
    setAsidePath: options.rejected ?? (file === '-' ? `${agency}.rejected.ndjson` : `${file}.rejected.ndjson`),
  };
}

/** The index and the rest of the command want a core too. */
export function defaultThreads(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), 8);
}

async function serviceKey(agency: string, { home }: ContributeOptions): Promise<SigningKey> {
  const keys = await readPrivateKeys(home, agency);
  if (keys) return signingKey(keys.service);
  const path = join(keyFolders(home).private, `${agency}.json`);
  throw new UsageError(`the private keys of ${agency} are not in \`${path}\`: say \`--home\``);
}

async function blindingKeys({
  home,
  blinding = process.env['BLINDING_KEYS'],
}: ContributeOptions): Promise<BlindingKeys> {
  const path = blinding ?? demoBlindingKeys(home);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`cannot read the blinding keys \`${path}\`: ${whyNot(path, error)}`);
  });
  return readBlindingKeys(path, text);
}

function threadsIn({ threads }: ContributeOptions): number {
  const number = Number(threads);
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number;
  throw new UsageError(`\`${threads}\` is no number of threads: a whole number from 1 to 64`);
}

async function sourceOf(file: string, { name }: ContributeOptions): Promise<Source> {
  if (file === '-') return pipeSource(process.stdin as AsyncIterable<Buffer>, name);
  if (name !== undefined) throw new UsageError('a file is known by its contents: `--name` is for standard input');
  return fileSource(file);
}
