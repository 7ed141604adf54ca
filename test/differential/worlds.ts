import type { World } from './world.ts';
import { aliases } from './worlds/aliases.ts';
import { compoundKeys } from './worlds/compound-keys.ts';
import { enums } from './worlds/enums.ts';
import { errors } from './worlds/errors.ts';
import { explosions } from './worlds/explosions.ts';
import { hidden } from './worlds/hidden.ts';
import { interfaceObjects } from './worlds/interface-objects.ts';
import { interfaces } from './worlds/interfaces.ts';
import { mutations } from './worlds/mutations.ts';
import { nestedLists } from './worlds/nested-lists.ts';
import { nullKeys } from './worlds/null-keys.ts';
import { oddNames } from './worlds/odd-names.ts';
import { overridden } from './worlds/overridden.ts';
import { provided } from './worlds/provided.ts';
import { queriesWithin } from './worlds/queries-within.ts';
import { renamedRoots } from './worlds/renamed-roots.ts';
import { requiresChains } from './worlds/requires-chains.ts';
import { sharedValues } from './worlds/shared-values.ts';
import { tampered } from './worlds/tampered.ts';
import { unions } from './worlds/unions.ts';
import { variables } from './worlds/variables.ts';

/** Every supergraph of the differential test, by what it is about. */
export const WORLDS: Readonly<Record<string, World>> = {
  aliases,
  'compound and nested keys': compoundKeys,
  'enums and inputs': enums,
  errors,
  'fields of a type in several subgraphs': explosions,
  '@inaccessible': hidden,
  '@interfaceObject': interfaceObjects,
  interfaces,
  mutations,
  'nested lists': nestedLists,
  'null keys': nullKeys,
  'odd names': oddNames,
  '@override': overridden,
  '@provides': provided,
  'queries within': queriesWithin,
  'renamed roots': renamedRoots,
  '@requires': requiresChains,
  '@shareable values': sharedValues,
  'answers that are none': tampered,
  unions,
  'variables, @include, @skip': variables,
};
