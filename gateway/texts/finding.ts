import type { GraphQLError } from 'graphql';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { narrowSearch } from '../../policy/projection/search.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { TEXT_PAGE } from '../../schema/text-search.ts';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS, toGraphQLError } from '../errors.ts';
import type { FetchThrough } from '../execution/executor.ts';
import type { FetchRequest } from '../execution/run-plan.ts';
import { askedTexts, type AskedText } from './asked-texts.ts';
import { foundIn, textRequest } from './of-agency.ts';

/**
 * Fetches of hubs that look for a text: the agencies are asked first, each once, through the same stages as for anything
 * else, and what they find goes to the hub in the place of the text.
 *
 * INVARIANT: an agency that does not answer is missing in what is found, and the answer says so.
 */
export function findingTexts(fetch: FetchThrough, graph: Graph): FetchThrough {
  return async (subgraph, request, answering) => {
    const asked = graph.hubs.includes(subgraph) && !request.changes ? askedIn(request, graph, answering) : [];
    if (asked.length === 0) return fetch(subgraph, request, answering);
    const errors = await find(asked, graph, answering, fetch);
    const answer = await fetch(subgraph, request, answering);
    return { ...answer, errors: [...errors, ...answer.errors] };
  };
}

function askedIn({ query, variables }: FetchRequest, graph: Graph, { grant }: Answering): readonly AskedText[] {
  return askedTexts(narrowSearch(query, variables, graph, grant), graph);
}

async function find(
  asked: readonly AskedText[],
  { agencies }: Graph,
  answering: Answering,
  fetch: FetchThrough,
): Promise<readonly GraphQLError[]> {
  const errors: GraphQLError[] = [];
  const ask = ({ kind, text }: AskedText, agency: AgencyEntry) =>
    answering.texts.askOnce(kind, text, agency.code, async () => {
      const answer = await fetch(agency.code, textRequest(kind, text, agency), answering);
      const found = foundIn(kind, answer);
      errors.push(...answer.errors, ...(found.length < TEXT_PAGE.most ? [] : [tooCommon(agency.code)]));
      return found;
    });
  const offering = agencies.filter(({ textSearch }) => textSearch);
  const calls = asked.flatMap((one) =>
    offering.filter(({ code }) => one.agencies.includes(code)).map((agency) => ask(one, agency)),
  );
  await Promise.all(calls);
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}

/** INVARIANT: it is told of what is shown, and depends on nothing else. */
function tooCommon(agency: string): GraphQLError {
  const detail = `\`${agency}\` finds the text in ${TEXT_PAGE.most} places or more: only the most relevant were looked at`;
  return toGraphQLError(new DeclaredError(GATEWAY_ERRORS.TEXT_TOO_COMMON, detail));
}
