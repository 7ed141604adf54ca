import { random as randomOf } from '../../../subgraphs/agency/data/random.ts';
import { TEXT_SEARCHES, aDocument, type Document } from '../operations/document.ts';
import { SEED } from '../seed.ts';
import { aWorld } from '../world/world.ts';
import { compareWorld, type Finding } from './compare.ts';
import { Coverage } from './coverage.ts';
import type { System } from './system.ts';

/** How a run goes about it. */
export interface Run {
  /** Cases at least. */
  readonly cases: number;
  readonly viewersPerWorld: number;
  readonly casesPerViewer: number;
  /** Operations without their variables: planned once, and asked again and again. */
  readonly documents: number;
  /** Texts are searched, too. */
  readonly texts?: boolean;
  /** Tells runs of one seed apart. */
  readonly name: string;
  /** Tells the worlds of one run from those of another that asks the same documents. */
  readonly worlds?: string;
  /** The product makes a mistake on purpose. */
  readonly mistaken?: boolean;
}

/** Compares worlds, one after the other, until so many cases are asked or one is found. */
export async function run(
  system: System,
  { cases, viewersPerWorld, casesPerViewer, documents: count, texts, name, worlds = name, mistaken = false }: Run,
  coverage = new Coverage(),
): Promise<{ readonly finding: Finding | undefined; readonly coverage: Coverage }> {
  const target = coverage.cases + cases;
  const documents = [...documentsOf(count, name), ...(texts ? TEXT_SEARCHES : [])];
  for (let index = 0; coverage.cases < target; index += 1) {
    const world = aWorld(`${SEED} ${worlds} ${index}`, viewersPerWorld);
    const finding = await compareWorld(system, world, { documents, count: casesPerViewer, coverage, mistaken });
    if (finding) return { finding, coverage };
  }
  return { finding: undefined, coverage };
}

function documentsOf(count: number, name: string): readonly Document[] {
  return Array.from({ length: count }, (_, index) => aDocument(randomOf(SEED, name, 'document', index)));
}
