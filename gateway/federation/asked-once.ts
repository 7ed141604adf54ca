import { representationsIn } from '../../policy/projection/representations.ts';
import type { Fetch } from '../egress/outgoing.ts';

type Data = Record<string, unknown> | null;

/** A fetch that asks for no entity twice. */
export interface AskedOnce {
  readonly variables: Fetch['variables'];
  /** Its answer, as that of the fetch as it was planned: an entity stands wherever it was asked for. */
  readonly spread: (data: Data) => Data;
}

/** Many hits lead to the same case or contact: it is asked for once, and answers for all. */
export function askedOnce(variables: Fetch['variables']): AskedOnce {
  const all = representationsIn(variables) ?? [];
  const found = new Map<string, number>();
  const once: unknown[] = [];
  const positions = all.map((representation) => {
    const key = JSON.stringify(representation);
    const position = found.get(key) ?? once.push(representation) - 1;
    found.set(key, position);
    return position;
  });
  if (once.length === all.length) return { variables, spread: (data) => data };
  return { variables: { ...variables, representations: once }, spread: (data) => spreadOver(positions, data) };
}

function spreadOver(positions: readonly number[], data: Data): Data {
  const entities = data?.['_entities'];
  if (!Array.isArray(entities)) return data;
  return { ...data, _entities: positions.map((position) => entities[position] as unknown) };
}
