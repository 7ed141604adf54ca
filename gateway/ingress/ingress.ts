import type { Labels } from '../../policy/condition/evaluate.ts';
import type { Grant } from '../../policy/grant.ts';
import { revealHits } from '../../policy/projection/reveal-hits.ts';
import { prune } from '../../policy/projection/prune.ts';
import { reveal, type Witness } from '../../policy/projection/reveal.ts';
import type { Reading } from '../egress/outgoing.ts';

type Data = Record<string, unknown> | null;

/** Is told what labels an entity has. */
export type NoteLabels = (typename: string, id: unknown, labels: Labels) => void;

/**
 * Reads a subgraph's `data`: what the grant does not disclose of it is gone, and so is what was added to find out, or
 * was not asked for.
 */
export function ingress(read: Reading, data: Data, grant: Grant, note: NoteLabels): Data {
  switch (read.is) {
    case 'whole':
      return data && prune(read.shape, data, read.representations);
    case 'hub':
      return revealHits(read.plan, data, grant) as Data;
    case 'agency':
      return replace(reveal(read.plan, data, witnessOf(data, read.ids, note)), read);
  }
}

/** An entity that was asked for by its id has that id, whether or not it was asked to tell it. */
function witnessOf(data: Data, ids: readonly unknown[] | undefined, note: NoteLabels): Witness {
  const known = new Map(entitiesIn(data).map((entity, index) => [entity, ids?.[index]]));
  return (typename, object, labels) => note(typename, known.has(object) ? known.get(object) : object['id'], labels);
}

function entitiesIn(data: Data): readonly unknown[] {
  return Array.isArray(data?.['_entities']) ? (data['_entities'] as readonly unknown[]) : [];
}

/** Entities stand where Apollo's plan expects them; those that were not asked for are null. */
function replace(data: Data, { positions, sent }: { positions: readonly number[] | undefined; sent: number }): Data {
  if (!positions) return data;
  const answered = entitiesIn(data);
  const entities: unknown[] = Array.from({ length: sent }, () => null);
  positions.forEach((position, index) => (entities[position] = answered[index] ?? null));
  return { ...data, _entities: entities };
}
