import type { Coordinate, EntityType, Treatment } from '../../schema/contract.ts';
import type { Position } from '../document/mistake.ts';
import type { Level } from './expectations.ts';
import type { Scene } from './scene.ts';

/** How a field is seen: treated, or not at all. */
export type Seen = Treatment | 'closed';

/** One thing that an author expects. */
export type Claim = ClaimPlace &
  (
    | { readonly is: 'field'; readonly coordinate: Coordinate; readonly expected: Seen }
    | { readonly is: 'disclosure'; readonly expected: Level }
    | { readonly is: 'found'; readonly coordinate: Coordinate; readonly expected: boolean }
  );

/** Of which object, in which situation, and where the author says so. */
export interface ClaimPlace {
  readonly object: string;
  readonly family: EntityType;
  readonly scene: Scene;
  /** Name of the matrix's column. */
  readonly column: string | undefined;
  readonly at: Position;
}
