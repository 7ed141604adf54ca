import type { Entity } from './entities.ts';

/** What to generate. */
export interface GenerateOptions {
  /** Code of the agency: `ICE`. */
  readonly agency: string;
  /** The same seed gives the same data; agencies that use one seed share a population of subjects. */
  readonly seed: string;
  /** How many records, about: the last case is completed. Default 100. */
  readonly records?: number;
}

/**
 * The synthetic holdings of one agency, in an order in which every link points backwards: contacts, then case by case
 * its persons, groups, organizations, the case itself and its records. Uses constant memory at any size.
 */
export type Generate = (options: GenerateOptions) => AsyncGenerator<Entity, void, undefined>;
