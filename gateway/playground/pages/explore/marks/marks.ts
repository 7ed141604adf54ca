import {
  Kind,
  getVariableValues,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Visibility } from '../../../../explain/explain.ts';
import { askedOf, possibleTypes, type AskedField } from './asked.ts';
import { isHit, judge, type Told } from './judge.ts';
import type { Mark, Path, Verdict } from './mark.ts';
import { isRow, objectAt, saidBy, type Place } from './place.ts';

/** An answer, and the question that it answers. */
export interface AnsweredQuestion {
  /** As its viewer is told of it. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly data: unknown;
  readonly errors?: readonly { readonly path?: Path }[] | undefined;
  readonly visibility: Pick<Visibility, 'withheld' | 'disclosed'>;
  /** Codes of all agencies. */
  readonly agencies: readonly string[];
}

/** What may be said of every null and every empty list of an answer, in the order in which they stand there. */
export function marksOf(question: AnsweredQuestion): readonly Mark[] {
  const { schema, document, data, errors = [], agencies } = question;
  const { withheld, disclosed } = question.visibility;
  const operation = operationIn(document, question.operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root || !isRow(data)) return [];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], question.variables ?? {});
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const told: Told = {
    schema,
    fragments: new Map(fragments.map((one) => [one.name.value, one])),
    variables: coerced ?? question.variables ?? {},
    withheld,
    others: new Set([...withheld, ...disclosed].map(({ originator }) => originator)),
    agencies,
  };
  const asked = askedOf([root], operation.selectionSet.selections, told);
  const failures = errors.flatMap(({ path }) => (path ? [path] : []));
  return marksIn({ row: data, path: [], types: [root], asked, root: '', originator: undefined }, told).map((mark) =>
    failures.some((failed) => lies(mark.path, failed)) ? { ...mark, is: 'failed', because: [] } : mark,
  );
}

function operationIn(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return name ? operations.find((one) => one.name?.value === name) : operations[0];
}

/** An error at a place leaves null there, or at a place above. */
function lies(path: Path, failed: Path): boolean {
  const shorter = Math.min(path.length, failed.length);
  return path.slice(0, shorter).every((key, at) => key === failed[at]);
}

function marksIn(place: Place, told: Told): readonly Mark[] {
  return Object.entries(place.row).flatMap(([key, value]) => {
    const fields = place.asked.get(key);
    const root = place.root || (fields?.[0]?.node.name.value ?? '');
    return fields ? marksAt(value, fields, { ...place, root, path: [...place.path, key] }, told) : [];
  });
}

function marksAt(value: unknown, fields: readonly AskedField[], at: Place, told: Told): readonly Mark[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [markOf(value, fields, at, told)];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => marksAt(item, fields, { ...at, path: [...at.path, index] }, told));
  }
  return isRow(value) ? marksIn(objectAt(value, fields, at, told), told) : [];
}

function markOf(value: unknown, fields: readonly AskedField[], at: Place, told: Told): Mark {
  const { path, types, originator } = at;
  const name = fields[0]?.node.name.value ?? '';
  const verdict = judge(fields, types, originator, told);
  const inValue = originator !== undefined && types.every((type) => type.getInterfaces().length === 0 && !isHit(type));
  const disclosure = saidBy(at.row, at.asked, 'disclosure');
  const pointsOn = types.some((type) => isHit(type) && leads(type, name, told));
  if (value === null && pointsOn && typeof disclosure === 'string' && closes(disclosure, name)) {
    return { path, is: 'withheld', because: verdict.because, disclosure, inValue: false };
  }
  return { path, ...(Array.isArray(value) ? ofEmpty(verdict, at.root, told) : verdict), inValue };
}

/** A list may be empty because its items were not found by what was asked for, or are not shown. */
function ofEmpty(verdict: Verdict, root: string, { withheld }: Told): Verdict {
  if (verdict.because.length > 0) return verdict;
  const because = withheld.filter(({ by = [] }) => by.some((argument) => argument.startsWith(`${root}.`)));
  return because.length > 0 ? { is: 'perhaps', because } : verdict;
}

/** A hit that is disclosed as CONTACT says whom to call; one that is said to exist says nothing else. */
function closes(disclosure: string, field: string): boolean {
  return disclosure === 'EXISTS' || (disclosure === 'CONTACT' && field !== 'contact');
}

function leads(type: GraphQLObjectType, field: string, { schema }: Told): boolean {
  const declared = type.getFields()[field];
  return declared !== undefined && possibleTypes(declared.type, schema).some((one) => one.getInterfaces().length > 0);
}
