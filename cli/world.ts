import type { Mistake } from '../policy/document/mistake.ts';
import { readParties } from '../policy/document/read-parties.ts';
import type { Vocabulary, World } from '../policy/document/world.ts';
import type { Parties } from '../policy/parties.ts';
import { contract } from '../schema/contract.ts';
import { purposes } from '../schema/purposes.ts';
import { ownCoordinates } from '../subgraphs/agency/own-fields.ts';
import { readNamed } from './usage.ts';

/** The world that agreements refer to, or what is wrong in the file of parties. */
export type ReadWorld =
  | { readonly kind: 'valid'; readonly world: World }
  | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

/** Reads the parties, and puts the contract and the purposes of this package beside them. */
export async function readWorld(partiesPath: string): Promise<ReadWorld> {
  const read = readParties(partiesPath, await readNamed(partiesPath));
  if (read.kind === 'broken') return { kind: 'broken', mistakes: read.mistakes };
  return { kind: 'valid', world: { ...vocabularyOf(read.parties), parties: read.parties } };
}

/** The words that agreements of these parties may use. */
export function vocabularyOf(parties: Parties): Vocabulary {
  return { contract, purposes, ownFields: new Set(ownCoordinates(parties.agencies)) };
}
