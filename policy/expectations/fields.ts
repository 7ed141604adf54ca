import type { Coordinate, EntityType } from '../../schema/contract.ts';
import { didYouMean } from '../document/suggest.ts';
import { coordinatesOf, entityOf, familiesOf } from '../families.ts';
import type { TestWorld } from './surroundings.ts';

/** An object whose fields are spoken of. */
export interface Speaking {
  /** Its name in the test. */
  readonly object: string;
  readonly family: EntityType;
  readonly originator: string;
}

/** The fields that a word names, or why it names none. */
export type Named =
  { readonly fields: readonly Coordinate[] } | { readonly message: string; readonly hint?: string | undefined };

/** Every governed field of an object, those included that its agency adds. */
export function fieldsOf({ family, originator }: Speaking, world: TestWorld): readonly Coordinate[] {
  const own = [...world.ownFields].filter((coordinate) => ownerOf(coordinate, world, originator) === family);
  return [...coordinatesOf(world.contract, family), ...own];
}

/** The fields of an object that a category or a coordinate names. */
export function fieldsNamed(word: string, speaking: Speaking, world: TestWorld): Named {
  const all = fieldsOf(speaking, world);
  const article = `\`${speaking.object}\`, a ${speaking.family}`;
  const { categories, governed } = world.contract;
  if (!word.includes('.')) {
    const category = categories.get(word);
    if (!category) return { message: `unknown category \`${word}\``, hint: didYouMean(word, categories.keys()) };
    const fields = category.filter((coordinate) => all.includes(coordinate));
    return fields.length > 0 ? { fields } : { message: `no field of ${article}, is of the category \`${word}\`` };
  }
  if (all.includes(word)) return { fields: [word] };
  if (governed.has(word) || world.ownFields.has(word)) return { message: `\`${word}\` is no field of ${article}` };
  return { message: `unknown coordinate \`${word}\``, hint: didYouMean(word, all) };
}

function ownerOf(coordinate: Coordinate, { parties, contract }: TestWorld, originator: string): EntityType | undefined {
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  const agency = parties.agencies.find(({ code }) => code === originator);
  return familiesOf(contract).get(type) ?? (agency && entityOf(type, agency));
}
