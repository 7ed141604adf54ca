import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Agreement } from '../../../policy/agreement.ts';
import type { Parties } from '../../../policy/parties.ts';

const FOLDER = new URL('../../../agreements/', import.meta.url);

/** The sample agreements. */
export function sampleAgreements(): readonly Agreement[] {
  const names = readdirSync(FOLDER).filter((name) => /^[a-z0-9-]+\.yaml$/.test(name) && name !== 'parties.yaml');
  return names.map((name) => read(name) as Agreement);
}

/** Their parties. */
export function sampleParties(): Parties {
  return read('parties.yaml') as Parties;
}

function read(name: string): unknown {
  return parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}
