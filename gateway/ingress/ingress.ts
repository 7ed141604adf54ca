import type { Grant } from '../../policy/grant.ts';
import { revealHits, type HitPlan } from '../../policy/projection/hits.ts';
import type { ObjectPlan } from '../../policy/projection/plan.ts';
import { reveal, type Witness } from '../../policy/projection/reveal.ts';

/** How a subgraph's answer is read: by what egress made of the fetch. */
export type Read =
  | { readonly is: 'own' }
  | {
      readonly is: 'agency';
      readonly plan: ObjectPlan;
      readonly positions: readonly number[] | undefined;
      readonly sent: number;
    }
  | { readonly is: 'hub'; readonly plan: HitPlan };

type Data = Record<string, unknown> | null;

/** Reads a subgraph's `data`: what the grant does not disclose of it is gone, and so is what was added to find out. */
export function ingress(read: Read, data: Data, grant: Grant, witness: Witness): Data {
  switch (read.is) {
    case 'own':
      return data;
    case 'hub':
      return revealHits(read.plan, data, grant) as Data;
    case 'agency':
      return replace(reveal(read.plan, data, witness), read);
  }
}

/** Entities stand where Apollo's plan expects them; those that were not asked for are null. */
function replace(data: Data, { positions, sent }: { positions: readonly number[] | undefined; sent: number }): Data {
  if (!positions) return data;
  const answered = Array.isArray(data?.['_entities']) ? (data['_entities'] as readonly unknown[]) : [];
  const entities: unknown[] = Array.from({ length: sent }, () => null);
  positions.forEach((position, index) => (entities[position] = answered[index] ?? null));
  return { ...data, _entities: entities };
}
