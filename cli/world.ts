import { readParties, type ReadParties } from '../policy/document/read-parties.ts';
import type { Vocabulary, World } from '../policy/document/world.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { vocabularyOf } from '../platform/vocabulary.ts';
import { defaultSupergraph } from './places.ts';
import { UsageError, readNamed } from './usage.ts';

/** The world that agreements refer to, or what is wrong in the file of parties. */
export type ReadWorld =
  { readonly kind: 'valid'; readonly world: World } | Extract<ReadParties, { readonly kind: 'broken' }>;

/** Reads the parties, and puts the words that their agreements may use beside them. */
export async function readWorld(partiesPath: string): Promise<ReadWorld> {
  const read = readParties(partiesPath, await readNamed(partiesPath));
  if (read.kind === 'broken') return read;
  return { kind: 'valid', world: { ...readVocabulary(read.parties.agencies), parties: read.parties } };
}

/** The graph is large: it is read once for the same agencies. @throws UsageError when it cannot be read */
function readVocabulary(agencies: readonly AgencyEntry[]): Vocabulary {
  const path = defaultSupergraph();
  const key = JSON.stringify([path, agencies]);
  try {
    const vocabulary = vocabularies.get(key) ?? vocabularyOf(path, agencies);
    vocabularies.set(key, vocabulary);
    return vocabulary;
  } catch (error) {
    throw new UsageError(`cannot read the composed graph \`${path}\`: ${(error as Error).message}`);
  }
}

const vocabularies = new Map<string, Vocabulary>();
