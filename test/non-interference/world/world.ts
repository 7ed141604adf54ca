import { random as randomOf, type Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import type { Agreement } from '../../../policy/agreement.ts';
import { agreementsAmong } from './agreements.ts';
import { holdingsOf, someAgencies } from './holdings.ts';
import { aViewer, type Viewer } from './viewers.ts';

/** What each agency holds. */
export type Holdings = Readonly<Record<string, readonly Stored[]>>;

/** Agencies, what they hold, what they agreed on, and who asks. */
export interface World {
  readonly key: string;
  readonly agencies: readonly string[];
  readonly holdings: Holdings;
  readonly agreements: readonly Agreement[];
  readonly viewers: readonly Viewer[];
}

/** A world that follows from its key. */
export function aWorld(key: string, viewers: number): World {
  const random = randomOf(key);
  const agencies = someAgencies(random);
  const holdings = Object.fromEntries(agencies.map((code) => [code, holdingsOf(code, random, key)]));
  const agreements = agreementsAmong(agencies, random);
  return { key, agencies, holdings, agreements, viewers: viewersOf(agencies, holdings, viewers, random) };
}

/** Of one agency after the other. */
function viewersOf(agencies: readonly string[], holdings: Holdings, count: number, random: Random): readonly Viewer[] {
  const all = Object.values(holdings).flat();
  return Array.from({ length: count }, (_, index) => aViewer(agencies[index % agencies.length]!, index, random, all));
}
