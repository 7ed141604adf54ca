import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AgencyEntry, Parties } from '../../policy/parties.ts';

const FILE = new URL('../../agreements/parties.yaml', import.meta.url);

/** The agencies of the registry file. */
export const AGENCIES: readonly AgencyEntry[] = (parse(readFileSync(FILE, 'utf8')) as Parties).agencies;

/** The agency with that code. */
export function agency(code: string): AgencyEntry {
  const entry = AGENCIES.find((candidate) => candidate.code === code);
  if (!entry) throw new Error(`no agency ${code}`);
  return entry;
}
