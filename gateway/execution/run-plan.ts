import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { bareObject, type BareObject } from '../../policy/bare-object.ts';
import { own } from '../../policy/own.ts';
import { moveInto, type Cursor } from './cursor.ts';
import { isObject, merge } from './merge.ts';
import { representationOf } from './representation.ts';
import { applyRewrites } from './rewrites.ts';
import { errorsOfFetch } from './subgraph-error.ts';

/** What a subgraph answered to one fetch. */
export interface FetchAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}

/** One operation that is being run. */
export interface PlanRun {
  /** What is known of the answer so far. */
  readonly answer: BareObject;
  readonly errors: Error[];
  /** As the request has them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Values that the operation gives to variables that are not in the request. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly supergraph: GraphQLSchema;
  readonly fetch: (subgraph: string, request: FetchRequest) => Promise<FetchAnswer>;
}

/** What a plan sends to a subgraph. */
export interface FetchRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** It is a mutation: it is sent once, as it is, and nobody else waits for its answer. */
  readonly changes: boolean;
}

/** Runs a plan: in turn or side by side, as it says. What a fetch fails with is among the run's errors. */
export async function runPlan(node: PlanNode, run: PlanRun): Promise<void> {
  await runNode(node, { path: [], data: run.answer }, run);
}

async function runNode(node: PlanNode, cursor: Cursor, run: PlanRun): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const next of node.nodes) await runNode(next, cursor, run);
      return;
    case 'Parallel':
      await Promise.all(node.nodes.map((next) => runNode(next, cursor, run)));
      return;
    case 'Flatten': {
      const inside = moveInto(cursor, node.path);
      return inside && runNode(node.node, inside, run);
    }
    case 'Condition': {
      const branch = isMet(node, run) ? node.ifClause : node.elseClause;
      return branch && runNode(branch, cursor, run);
    }
    case 'Fetch':
      return runFetch(node, cursor, run).catch((error: unknown) => void run.errors.push(error as Error));
    case 'Defer':
      throw new Error('@defer support is not available in the gateway');
  }
}

function isMet({ condition: name }: ConditionNode, { variables, defaults }: PlanRun): boolean {
  const given = own(variables, name);
  const value = given === undefined ? defaults[name] : given;
  if (value === undefined) throw new Error(`Missing value for variable $${name} (and no default found)`);
  if (typeof value !== 'boolean') {
    throw new Error(`Invalid non-boolean value ${value as string} for Boolean! variable $${name}`);
  }
  return value;
}

async function runFetch(node: FetchNode, cursor: Cursor, run: PlanRun): Promise<void> {
  const entities = (Array.isArray(cursor.data) ? (cursor.data as unknown[]) : [cursor.data]).filter(isThere);
  if (entities.length === 0) return;
  if (node.requires) return fetchEntities(node, node.requires, entities, cursor, run);
  const data = await send(node, usedVariables(node, run), cursor, run);
  if (data) applyRewrites(node.outputRewrites, data, run.supergraph);
  for (const entity of entities) merge(entity, data);
}

async function fetchEntities(
  node: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  entities: readonly Record<string, unknown>[],
  cursor: Cursor,
  run: PlanRun,
): Promise<void> {
  const representations: BareObject[] = [];
  const represented: Record<string, unknown>[] = [];
  for (const entity of entities) {
    const representation = representationOf(entity, requires, run.supergraph);
    if (!representation?.['__typename']) continue;
    applyRewrites(node.inputRewrites, representation, run.supergraph);
    representations.push(representation);
    represented.push(entity);
  }
  if (representations.length === 0) return;
  const variables = usedVariables(node, run);
  if ('representations' in variables) throw new Error('Variables cannot contain key "representations"');
  const data = await send(node, { ...variables, representations }, cursor, run);
  if (!data) return;
  const answered = answeredIn(data, representations.length);
  represented.forEach((entity, index) => take(answered[index], entity, node, run));
}

function answeredIn({ _entities: entities }: Record<string, unknown>, count: number): readonly unknown[] {
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== count) throw new Error(`Expected "data._entities" to contain ${count} elements`);
  return entities;
}

/** What is answered of an entity is of the type that the entity is known to be of, unless it says otherwise. */
function take(answered: unknown, entity: Record<string, unknown>, node: FetchNode, { supergraph }: PlanRun): void {
  if (isObject(answered) && !answered['__typename']) answered['__typename'] = entity['__typename'];
  applyRewrites(node.outputRewrites, answered, supergraph);
  merge(entity, answered as Record<string, unknown> | null);
}

function usedVariables({ variableUsages = [] }: FetchNode, { variables }: PlanRun): BareObject {
  const used = bareObject();
  for (const name of variableUsages) {
    const value = own(variables, name);
    if (value !== undefined) used[name] = value;
  }
  return used;
}

async function send(
  node: FetchNode,
  variables: Readonly<Record<string, unknown>>,
  cursor: Cursor,
  run: PlanRun,
): Promise<FetchAnswer['data']> {
  const changes = node.operationKind === 'mutation';
  const { data, errors } = await run.fetch(node.serviceName, { query: node.operation, variables, changes });
  if (errors.length > 0) run.errors.push(...errorsOfFetch(errors, node, cursor, run.answer));
  return data;
}

function isThere(value: unknown): value is Record<string, unknown> {
  return value !== null && value !== undefined;
}
