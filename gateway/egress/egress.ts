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

/** INVARIANT: a projection is remembered with the grant that it was made by, and goes with it. */
const agencyMemo = new WeakMap<Grant, Map<string, Projection>>();
const hubMemo = new WeakMap<Grant, Map<string, HubProjection>>();
const wholeMemo = new WeakMap<Grant, Map<string, boolean>>();
/** A shape depends on no grant. */
const shapeMemo = new WeakMap<Graph, Map<string, FetchShape>>();

function agencyProjection({ subgraph, query, variables }: Fetch, { graph, grant }: EgressContext): Projection {
  const { representations: _, ...given } = variables;
  const make = () => projectFetch(query, { graph, grant, subgraph, originator: subgraph, variables: given });
  const decisive = takesArguments(graph, subgraph) ? JSON.stringify(given) : '';
  return remember(agencyMemo, grant, `${subgraph}\n${query}\n${decisive}`, make);
}

function staysWhole({ subgraph, query }: Fetch, { graph, grant }: EgressContext): boolean {
  const make = () => leavesWhole(query, { graph, grant, subgraph, originator: subgraph });
  return remember(wholeMemo, grant, `${subgraph}\n${query}`, make);
}

function hubProjection({ subgraph, query }: Fetch, { graph, grant }: EgressContext): HubProjection {
  return remember(hubMemo, grant, `${subgraph}\n${query}`, () => projectHub(query, graph, grant));
}

function shapeOfFetch({ subgraph, query }: Fetch, graph: Graph): FetchShape {
  return remember(shapeMemo, graph, `${subgraph}\n${query}`, () => shapeOf(query, graph, subgraph));
}

const MOST_PROJECTIONS = 1_000;

function remember<By extends object, Value>(
  memo: WeakMap<By, Map<string, Value>>,
  by: By,
  key: string,
  make: () => Value,
): Value {
  let all = memo.get(by);
  if (!all) memo.set(by, (all = new Map<string, Value>()));
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= MOST_PROJECTIONS) all.clear();
  const value = make();
  all.set(key, value);
  return value;
}
