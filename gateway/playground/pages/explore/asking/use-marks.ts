import { useMemo } from 'react';
import { parse, type DocumentNode } from 'graphql';
import type { Visibility } from '../../../../explain/explain.ts';
import { useHeld } from '../../shared/held.ts';
import { marksOf } from '../marks/marks.ts';
import type { Mark } from '../marks/mark.ts';
import { asked, useShown } from './answer.ts';
import { useGraph } from './graph.ts';

const NONE: readonly Mark[] = [];

/** What may be said of every place where the answer that is shown has nothing. */
export function useMarks(): readonly Mark[] {
  const graph = useGraph();
  const question = useHeld(asked)?.question;
  const outcome = useShown();
  return useMemo(() => {
    if (graph.is !== 'there' || !question || typeof outcome === 'string' || outcome.is !== 'answered') return NONE;
    const document = parsed(question.query);
    if (!document || !outcome.visibility || !concernsOthers(outcome.visibility)) return NONE;
    const { schema, agencies } = graph;
    const { data, errors, visibility } = outcome;
    const { operationName, variables } = question;
    return marksOf({ schema, agencies, document, operationName, variables, data, errors, visibility });
  }, [graph, question, outcome]);
}

/** Where nothing is anybody else's, nothing can be withheld, and a null says what it says everywhere. */
function concernsOthers({ withheld, disclosed }: Visibility): boolean {
  return withheld.length + disclosed.length > 0;
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
