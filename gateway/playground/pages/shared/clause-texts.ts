import { useEffect } from 'react';
import { askAs } from './session/ask-as.ts';
import { session, viewerKey } from './session/session.ts';
import { Held, useHeld } from './held.ts';

/** The words of clauses by id, as far as the viewer's agency is a party to their agreements. */
export type ClauseTexts = ReadonlyMap<string, string> | 'loading' | 'failed';

interface Told {
  readonly agreements: readonly { readonly clauses: readonly { readonly id: string; readonly text: string }[] }[];
}

const QUERY = '{ agreements { clauses { id text } } }';

/** For one viewer, and one set of agreements in force. */
const texts = new Held<{ readonly of: string; readonly told: ClauseTexts }>({ of: '', told: 'loading' });

/** @param ruleset digest of the agreements in force, where it is known: others have other clauses */
export function useClauseTexts(ruleset = ''): ClauseTexts {
  const { viewer } = useHeld(session);
  const { of, told } = useHeld(texts);
  const wanted = `${viewerKey(viewer)} ${ruleset}`;
  useEffect(() => {
    if (texts.get().of !== wanted) void load(wanted);
  }, [wanted]);
  return of === wanted ? told : 'loading';
}

async function load(wanted: string): Promise<void> {
  texts.set({ of: wanted, told: 'loading' });
  const outcome = await askAs<Told>({ viewer: session.get().viewer }, { query: QUERY });
  if (texts.get().of !== wanted) return;
  texts.set({ of: wanted, told: outcome.is === 'answered' ? textsIn(outcome.data) : 'failed' });
}

function textsIn({ agreements }: Told): ReadonlyMap<string, string> {
  return new Map(agreements.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id, text] as const)));
}
