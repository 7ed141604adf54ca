import type { Stored } from '../../rows/stored.ts';
import { teller } from './build.ts';
import { copperLantern } from './copper-lantern.ts';
import { openDoor } from './open-door.ts';
import { quietMeadow } from './quiet-meadow.ts';
import type { Story } from './story.ts';
import { winterFerry } from './winter-ferry.ts';

const STORIES: Readonly<Record<string, Story>> = { winterFerry, copperLantern, quietMeadow, openDoor };

/** The agency's part in the stories that examples tell of: the same entities, with the same ids, for every seed. */
export function storiesOf(agency: string): readonly Stored[] {
  return Object.entries(STORIES).flatMap(([name, story]) => story[agency]?.(teller(agency, name)) ?? []);
}
