import { useMemo } from 'react';
import { parse, type DocumentNode } from 'graphql';
import { useHeld } from '../../shared/held.ts';
import { marksOf } from '../marks/marks.ts';
import type { Mark } from '../marks/mark.ts';
import { asksOthers } from '../../shared/visibility/told.ts';
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
    if (!document || !outcome.visibility || !asksOthers(outcome.visibility)) return NONE;
    const { schema, agencies } = graph;
    const { data, errors, visibility } = outcome;
    const { operationName, variables } = question;
    return marksOf({ schema, agencies, document, operationName, variables, data, errors, visibility });
  }, [graph, question, outcome]);
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
