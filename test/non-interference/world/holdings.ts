import { uuid, type Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { AGENCIES } from '../words.ts';
import { VALUES, type EntityName } from './values.ts';

/** How many an agency holds of each, in an order in which links point backwards. */
const HELD: readonly (readonly [EntityName, number])[] = [
  ['LiaisonContact', 4],
  ['Person', 8],
  ['Group', 2],
  ['Organization', 2],
  ['Case', 5],
  ['Record', 12],
];

/** What an agency of a generated world holds. */
export function holdingsOf(agency: string, random: Random, key: string): readonly Stored[] {
  const held: Stored[] = [];
  for (const [type, count] of HELD)
    for (let index = 0; index < count; index += 1)
      held.push(anEntity(type, agency, uuid(key, agency, type, index), random, held));
  return held;
}

/** An entity of an agency, with links to what the agency holds already. */
export function anEntity(
  type: EntityName,
  agency: string,
  id: string,
  random: Random,
  held: readonly Stored[],
): Stored {
  const values = Object.entries(VALUES[type]).map(([field, value]) => [field, value(random, { agency, held })]);
  return { type, id, originator: agency, ...Object.fromEntries(values) } as Stored;
}

/** Agencies of a world: between three and all of them. */
export const someAgencies = (random: Random): readonly string[] =>
  random.sample(AGENCIES, random.int(3, AGENCIES.length));
