import { useEffect } from 'react';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import type { Refused } from '../../shared/ask.ts';
import { connection } from '../../shared/connection.ts';
import { Held, useHeld } from '../../shared/held.ts';
import { askAs } from '../../shared/session/ask-as.ts';
import { session, viewerKey } from '../../shared/session/session.ts';

/** What a viewer is told of the graph: everybody has a schema of their own. */
export type GraphTold =
  | { readonly is: 'loading' | 'nobody' | 'unreachable' }
  | { readonly is: 'refused'; readonly refused: Refused }
  | { readonly is: 'there'; readonly schema: GraphQLSchema; readonly agencies: readonly string[] };

interface Answer extends IntrospectionQuery {
  readonly agencies: readonly { readonly code: string }[];
}

const graphs = new Held<{ readonly of: string; readonly told: GraphTold }>({ of: '', told: { is: 'loading' } });

/** The graph as the viewer of this moment is told of it. */
export function useGraph(): GraphTold {
  const { viewer } = useHeld(session);
  const { of, told } = useHeld(graphs);
  const reachable = useHeld(connection) === 'there';
  const key = viewerKey(viewer);
  useEffect(() => {
    const { of: before, told: known } = graphs.get();
    if (before !== key || (reachable && known.is === 'unreachable')) void load(key);
  }, [key, reachable]);
  if (!viewer) return { is: 'nobody' };
  return of === key ? told : { is: 'loading' };
}

async function load(key: string): Promise<void> {
  const { viewer } = session.get();
  graphs.set({ of: key, told: { is: 'loading' } });
  if (!viewer) return;
  const query = getIntrospectionQuery().replace('__schema {', 'agencies { code } __schema {');
  const outcome = await askAs<Answer>({ viewer }, { query, operationName: 'IntrospectionQuery' });
  if (graphs.get().of !== key) return;
  graphs.set({ of: key, told: toldBy(outcome) });
}

function toldBy(outcome: Awaited<ReturnType<typeof askAs<Answer>>>): GraphTold {
  if (outcome.is === 'unreachable') return { is: 'unreachable' };
  if (outcome.is === 'refused') return { is: 'refused', refused: outcome };
  const { agencies, ...introspected } = outcome.data;
  return { is: 'there', schema: buildClientSchema(introspected), agencies: agencies.map(({ code }) => code) };
}
