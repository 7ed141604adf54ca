import type { Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { Reader } from '../reading/view.ts';
import type { Viewer } from '../world/viewers.ts';
import type { Holdings, World } from '../world/world.ts';
import { CHANGES, type Change } from './changes.ts';

/** A change that a viewer cannot see. */
export interface HiddenChange {
  readonly agency: string;
  readonly change: Change;
}

/** A world that differs from another in nothing that a viewer may see, and how it came about. */
export interface Twin {
  readonly holdings: Holdings;
  /** One after the other: after each of them the worlds look alike. */
  readonly changes: readonly HiddenChange[];
}

const TRIES_PER_AGENCY = 90;

/** Changes what others hold, as often as a viewer does not see it. */
export function twinOf(world: World, viewer: Viewer, random: Random, tries = TRIES_PER_AGENCY): Twin {
  const changes: HiddenChange[] = [];
  const holdings: Record<string, readonly Stored[]> = { ...world.holdings };
  for (const agency of world.agencies.filter((code) => code !== viewer.agency)) {
    const reader = new Reader(viewer, agency, world.agreements);
    const { held, made } = changed(agency, holdings[agency]!, reader, random, tries);
    holdings[agency] = held;
    changes.push(...made.map((change) => ({ agency, change })));
  }
  return { holdings, changes };
}

function changed(agency: string, first: readonly Stored[], reader: Reader, random: Random, tries: number) {
  const before = JSON.stringify([...sorted(reader.view(first))]);
  const made: Change[] = [];
  let held = first;
  for (let left = tries; left > 0; left -= 1) {
    const change = random.pick(CHANGES)(held, agency, random);
    if (!change) continue;
    if (JSON.stringify(sorted(reader.view(change.held))) !== before) continue;
    held = change.held;
    made.push(change);
  }
  return { held, made };
}

/** How the objects lie in a database is another thing than how they look. */
export function sorted(view: ReadonlyMap<string, unknown>): readonly (readonly [string, unknown])[] {
  return [...view].sort(([a], [b]) => (a < b ? -1 : 1));
}
