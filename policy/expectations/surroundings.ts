import type { Agreement } from '../agreement.ts';
import type { World } from '../document/world.ts';

/** Everything that authors' tests may refer to. */
export interface TestWorld extends World {
  /** The agreements of the folder that have no mistake. */
  readonly agreements: readonly Agreement[];
  /** Codes of the agencies. */
  readonly agencies: ReadonlySet<string>;
}

/** A world and the agreements that are tested in it. */
export function testWorldOf(world: World, agreements: readonly Agreement[]): TestWorld {
  return { ...world, agreements, agencies: new Set(world.parties.agencies.map(({ code }) => code)) };
}
