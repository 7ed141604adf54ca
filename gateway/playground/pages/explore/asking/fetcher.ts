import type { Fetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';
import type { Outcome, Question } from '../../shared/ask.ts';
import { askAs } from '../../shared/session/ask-as.ts';
import { session } from '../../shared/session/session.ts';
import { asked } from './answer.ts';
import { keepAsked } from './asked-before.ts';

/** Asks what stands in the editor, as the viewer and for the purpose of this moment. */
export const fetcher: Fetcher = async ({ query, variables, operationName }) => {
  const { viewer, purpose } = session.get();
  const as = { viewer, purpose };
  const question: Question = {
    query,
    ...(isEmpty(variables) ? {} : { variables: variables as Record<string, unknown> }),
    operationName: operationIn(query, operationName ?? undefined),
  };
  keepAsked();
  asked.set({ question, as, outcome: 'asking' });
  const outcome = await askAs<unknown>(as, question);
  if (asked.get()?.question === question) asked.set({ question, as, outcome });
  return printed(outcome);
};

/** What stands in the answer's editor: what it says of visibility is told beside it. */
function printed(outcome: Outcome<unknown>) {
  switch (outcome.is) {
    case 'answered':
      return { data: outcome.data, ...(outcome.errors.length > 0 && { errors: outcome.errors }) };
    case 'refused':
      return { errors: outcome.errors };
    case 'unreachable':
      return { errors: [{ message: 'The gateway could not be reached.' }] };
  }
}

/** The editor learns an operation's name some time after its text: a name that is not in the text is of an earlier one. */
function operationIn(query: string, name: string | undefined): string | undefined {
  try {
    const { definitions } = parse(query);
    return definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.name?.value === name)
      ? name
      : undefined;
  } catch {
    return undefined;
  }
}

function isEmpty(variables: unknown): boolean {
  return typeof variables !== 'object' || variables === null || Object.keys(variables).length === 0;
}
