import { random as randomOf, type Random } from '../../../subgraphs/agency/data/random.ts';
import { nextPages, withVariables, cursorsIn, type Known, type Operation } from '../operations/variables.ts';
import { WHOLE_REGISTRY, type Document } from '../operations/document.ts';
import type { Viewer } from '../world/viewers.ts';
import type { World } from '../world/world.ts';
import { asking, dataOf, type Ask, type Heard } from './ask.ts';
import type { System } from './system.ts';

/** What was asked in a world, and what was heard. */
export interface Asked {
  readonly operation: Operation;
  readonly heard: Heard;
}

/** Cursors that others were given: viewers of two other agencies, for lists of their own. A case names them by number. */
const FOREIGN = ['foreign 0', 'foreign 1', 'foreign 2', 'foreign 3'];

/** Asks as a viewer, in the world that is loaded. */
export async function viewing(system: System, world: World, viewer: Viewer): Promise<Ask> {
  const foreign = await foreignCursors(system, world, viewer);
  const ask = await asking(system.scenario, viewer);
  const actual = (value: unknown) =>
    FOREIGN.includes(value as string) ? foreign[FOREIGN.indexOf(value as string)] : value;
  return ({ document, variables }) =>
    ask({
      document,
      variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, actual(value)])),
    });
}

/** The first and a later cursor that viewers of others got for their own agencies' records, where what is hidden counts. */
async function foreignCursors(system: System, world: World, viewer: Viewer): Promise<readonly string[]> {
  const others = world.agencies.filter((code) => code !== viewer.agency).slice(0, FOREIGN.length / 2);
  const cursors = await Promise.all(
    others.map(async (agency) => {
      const ask = await asking(system.scenario, { ...viewer, agency });
      const text = `{ r0: records(first: 6, filter: { originators: ["${agency}"] }) { edges { cursor } } }`;
      const given = cursorsIn(dataOf(await ask({ document: { text }, variables: {} }))?.['r0']);
      return [given[0] ?? 'none', given.at(-1) ?? 'none'];
    }),
  );
  return cursors.flat();
}

/** Asks so many operations, goes on where pages do, and asks the registry for all that it tells. */
export async function explore(ask: Ask, { documents, ids, count, key, atOnce }: Exploring): Promise<readonly Asked[]> {
  const random = randomOf('explore', key);
  const known: Known = { ids, foreign: FOREIGN };
  const first = await inTurn(firstOf(documents, known, random, Math.ceil(count * 0.75)), ask, atOnce);
  const pages = first.flatMap(({ operation, heard }) => nextPages(operation, dataOf(heard), random));
  const next = await inTurn(pages.slice(0, count - first.length), ask, atOnce);
  const rest = firstOf(documents, known, random, count - first.length - next.length);
  const registry = { document: WHOLE_REGISTRY, variables: {} };
  return [...first, ...next, ...(await inTurn([...rest, registry], ask, atOnce))];
}

/** What is asked in a world of a viewer. */
export interface Exploring {
  readonly documents: readonly Document[];
  readonly ids: Known['ids'];
  readonly count: number;
  readonly key: string;
  /** Requests at a time. */
  readonly atOnce: number;
}

function firstOf(documents: readonly Document[], known: Known, random: Random, count: number): readonly Operation[] {
  return Array.from({ length: Math.max(0, count) }, () => withVariables(random.pick(documents), known, random));
}

/** Asks one after the other, or a few at a time. */
export async function inTurn(operations: readonly Operation[], ask: Ask, atOnce: number): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (let from = 0; from < operations.length; from += atOnce) {
    const some = operations.slice(from, from + atOnce);
    asked.push(...(await Promise.all(some.map(async (operation) => ({ operation, heard: await ask(operation) })))));
  }
  return asked;
}
