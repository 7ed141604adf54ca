import { readFileSync } from 'node:fs';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { readParties } from '../../../policy/document/read-parties.ts';

/** All agencies of `agreements/parties.yaml`. */
export function everyone(): readonly AgencyEntry[] {
  const path = new URL('../../../agreements/parties.yaml', import.meta.url);
  const read = readParties('parties.yaml', readFileSync(path, 'utf8'));
  if (read.kind === 'broken') throw new Error('the parties are broken');
  return read.parties.agencies;
}

/** Those of these codes. */
export function agenciesOf(codes: readonly string[]): readonly AgencyEntry[] {
  const all = everyone();
  return codes.map((code) => all.find((agency) => agency.code === code)!);
}
