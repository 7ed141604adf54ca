import { readFileSync } from 'node:fs';
import { readParties } from '../../policy/document/read-parties.ts';
import type { AgencyEntry } from '../../policy/parties.ts';

/** Those who hold something. */
export const HOLDERS: readonly string[] = ['ICE', 'DEA', 'FBI', 'ATF'];

/** How many records each of them holds. */
export const RECORDS = 100;

/** All agencies of the supergraph. */
export function benchAgencies(): readonly AgencyEntry[] {
  const read = readParties(
    'parties.yaml',
    readFileSync(new URL('../../agreements/parties.yaml', import.meta.url), 'utf8'),
  );
  if (read.kind === 'broken') throw new Error('agreements/parties.yaml is broken');
  return read.parties.agencies;
}

/** The supergraph with these subgraphs in the place of its own. */
export function benchSupergraph(urls: Readonly<Record<string, string>>): string {
  const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  return sdl.replace(/(@join__graph\(name: "([^"]+)", url: )"[^"]*"/g, (_, head: string, name: string) => {
    return `${head}"${urls[name] ?? 'http://127.0.0.1:1/graphql'}"`;
  });
}
