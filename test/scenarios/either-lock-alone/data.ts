import { generate } from '../../../subgraphs/agency/data/generate.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';

/** Synthetic holdings, as the demo has them. */
export async function holdings(codes: readonly string[]): Promise<Readonly<Record<string, readonly Stored[]>>> {
  const held: Record<string, Stored[]> = {};
  for (const agency of codes) {
    const entities: Stored[] = [];
    for await (const entity of generate({ agency, seed: 'locks', records: 20 })) entities.push(entity);
    held[agency] = entities;
  }
  return held;
}
