import { createHash } from 'node:crypto';
import type { Labels } from '../../policy/condition/evaluate.ts';
import type { Grant } from '../../policy/grant.ts';
import { projectFetch, type Projection } from '../../policy/projection/fetch.ts';
import { takesArguments } from '../../policy/projection/argued.ts';
import type { Graph } from '../../policy/projection/graph.ts';
import { projectHub, type HubProjection } from '../../policy/projection/hits.ts';
import { nothingFor, projectRepresentation, representationsIn } from '../../policy/projection/representations.ts';
import { narrowSearch } from '../../policy/projection/search.ts';
import { shapeOf, type FetchShape } from '../../policy/projection/shape.ts';
import { leavesWhole } from '../../policy/projection/whole.ts';
import { MadeWith } from './made-with.ts';
import type { Fetch, Outgoing } from './outgoing.ts';

/** What egress goes by. */
export interface EgressContext {
  readonly graph: Graph;
  /** The viewer's. */
  readonly grant: Grant;
  /** An agency's own, as the recipient of what is sent to its subgraph. */
  readonly grantOf: (agency: string) => Grant;
  /** Labels that an answer to the same request told of an entity. */
  readonly labels: (typename: string, id: unknown) => Labels | undefined;
}

/** Projects a fetch onto the grant: the selection, the representations and the arguments. */
export function egress(fetch: Fetch, context: EgressContext): Outgoing {
  const isAgency = context.graph.agencies.some(({ code }) => code === fetch.subgraph);
  const variables = withRepresentations(fetch, isAgency, context);
  if (!isAgency) {
    const { query, plan } = hubProjection(fetch, context);
    const narrowed = narrowSearch(query, variables, context.graph, context.grant);
    return { is: 'call', ...narrowed, reading: { is: 'hub', plan } };
  }
  const isOwn = fetch.subgraph === context.grant.recipient.agency;
  if (isOwn || staysWhole(fetch, context)) return wholeCall(fetch, variables, context);
  return agencyCall(agencyProjection(fetch, context), variables);
}

/** As Apollo's plan has it. */
function wholeCall(fetch: Fetch, variables: Fetch['variables'], { graph }: EgressContext): Outgoing {
  const representations = representationsIn(variables);
  return {
    is: 'call',
    query: fetch.query,
    variables,
    reading: { is: 'whole', shape: shapeOfFetch(fetch, graph), representations },
  };
}

function agencyCall(projection: Projection, variables: Fetch['variables']): Outgoing {
  const all = representationsIn(variables);
  if (projection.is === 'nothing') return { is: 'nothing', data: nothingFor(variables) };
  const positions = all?.flatMap((item, index) => (projection.representations.has(item.__typename) ? [index] : []));
  if (all && positions?.length === 0) return { is: 'nothing', data: nothingFor(variables) };
  const used = Object.entries(variables).filter(([name]) => projection.variables.has(name));
  const kept = positions && { representations: positions.map((index) => all?.[index]) };
  return {
    is: 'call',
    query: projection.query,
    variables: { ...Object.fromEntries(used), ...kept },
    reading: {
      is: 'agency',
      plan: projection.plan,
      positions,
      ids: positions?.map((index) => all?.[index]?.['id']),
      sent: all?.length ?? 0,
    },
  };
}

function withRepresentations(
  { subgraph, variables }: Fetch,
  isAgency: boolean,
  context: EgressContext,
): Fetch['variables'] {
  const representations = representationsIn(variables);
  if (!representations) return variables;
  const agency = isAgency ? subgraph : undefined;
  const recipient = {
    agency,
    grant: () => (agency === undefined ? undefined : context.grantOf(agency)),
    labels: context.labels,
  };
  return {
    ...variables,
    representations: representations.map((item) => projectRepresentation(item, recipient, context.graph)),
  };
}

/** Of projections, and of what else is made of a fetch: they take up some forty times as much. */
const MOST_CHARACTERS = 4_000_000;

/** INVARIANT: a projection is remembered with the grant that it was made by, and goes with it. */
const agencyMemo = new MadeWith<Grant, Projection>(MOST_CHARACTERS);
const hubMemo = new MadeWith<Grant, HubProjection>(MOST_CHARACTERS);
const wholeMemo = new MadeWith<Grant, boolean>(MOST_CHARACTERS);
/** A shape depends on no grant. */
const shapeMemo = new MadeWith<Graph, FetchShape>(MOST_CHARACTERS);

function agencyProjection({ subgraph, query, variables }: Fetch, { graph, grant }: EgressContext): Projection {
  const { representations: _, ...given } = variables;
  const make = () => projectFetch(query, { graph, grant, subgraph, originator: subgraph, variables: given });
  const decisive = takesArguments(graph, subgraph) ? digestOf(given) : '';
  return agencyMemo.get(grant, `${subgraph}\n${query}\n${decisive}`, make);
}

/** What is found again by it. What is given may be what somebody looks for: it is not kept. */
function digestOf(given: Fetch['variables']): string {
  return createHash('sha256').update(JSON.stringify(given)).digest('base64');
}

function staysWhole({ subgraph, query }: Fetch, { graph, grant }: EgressContext): boolean {
  const make = () => leavesWhole(query, { graph, grant, subgraph, originator: subgraph });
  return wholeMemo.get(grant, `${subgraph}\n${query}`, make);
}

function hubProjection({ subgraph, query }: Fetch, { graph, grant }: EgressContext): HubProjection {
  return hubMemo.get(grant, `${subgraph}\n${query}`, () => projectHub(query, graph, grant));
}

function shapeOfFetch({ subgraph, query }: Fetch, graph: Graph): FetchShape {
  return shapeMemo.get(graph, `${subgraph}\n${query}`, () => shapeOf(query, graph, subgraph));
}
