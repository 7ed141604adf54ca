import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../policy/document/world.ts';
import { ownCoordinates } from '../policy/own-fields.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { readGraph } from '../policy/projection/graph.ts';
import { contract } from '../schema/contract.ts';
import { purposes } from '../schema/purposes.ts';
import { viewerTerms } from '../schema/viewers.ts';

/** The words that agreements may use: the contract's, the taxonomy's, and what agencies add in the supergraph. */
export function vocabularyOf(supergraphPath: string, agencies: readonly AgencyEntry[]): Vocabulary {
  const graph = readGraph(readFileSync(supergraphPath, 'utf8'), agencies);
  return { contract, purposes, viewers: viewerTerms, ownFields: ownCoordinates(graph) };
}
