import { nothingFor, representationsIn } from '../../policy/projection/representations.ts';
import type { Fetch } from '../egress/outgoing.ts';

/**
 * How many entities one call asks for. An agency refuses more; and a subgraph that links to very many makes many calls
 * of a joint fetch, of which those about others' entities still succeed.
 */
const MOST_REPRESENTATIONS = 1_000;

/** How many calls of one fetch are under way at a time. */
const AT_ONCE = 4;

type Variables = Fetch['variables'];

/** The variables of each call that a fetch takes. */
export function batchesOf(variables: Variables): readonly Variables[] {
  const all = representationsIn(variables);
  if (!all || all.length <= MOST_REPRESENTATIONS) return [variables];
  const count = Math.ceil(all.length / MOST_REPRESENTATIONS);
  return Array.from({ length: count }, (_, index) => {
    const from = index * MOST_REPRESENTATIONS;
    return { ...variables, representations: all.slice(from, from + MOST_REPRESENTATIONS) };
  });
}

/** What each call answered, in order. */
export async function callEach<Answer>(
  batches: readonly Variables[],
  call: (variables: Variables) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < batches.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(batches.slice(from, from + AT_ONCE).map(call))));
  }
  return answers;
}

/**
 * The data of one call. Which entity of a list of another length answers which reference, nobody can tell: then none does.
 * @returns undefined: it is not what was asked for
 */
export function dataOf(data: unknown, variables: Variables): Record<string, unknown> | null | undefined {
  if (data === null || data === undefined) return null;
  if (typeof data !== 'object' || Array.isArray(data)) return undefined;
  const all = representationsIn(variables);
  if (!all) return data as Record<string, unknown>;
  const { _entities: entities } = data as { _entities?: unknown };
  if (entities === null) return null;
  return Array.isArray(entities) && entities.length === all.length ? { _entities: entities } : undefined;
}

/** The data of all calls of a fetch. */
export function joined(
  batches: readonly Variables[],
  answers: readonly (Record<string, unknown> | null)[],
): Record<string, unknown> | null {
  if (batches.length === 1) return answers[0] ?? null;
  const each = batches.map((variables, index) => answers[index] ?? nothingFor(variables));
  return { _entities: each.flatMap((data) => data?.['_entities'] as readonly unknown[]) };
}
