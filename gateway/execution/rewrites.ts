import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { own } from '../../policy/own.ts';
import { isObject, setOwn } from './merge.ts';
import { isOfType } from './representation.ts';

type Rewrites = NonNullable<FetchNode['inputRewrites']>;
type Rewrite = Rewrites[number];

const FRAGMENT = '... on ';

/** Changes that a plan makes to what it sends or has received: a type told as its interface, a field under another key. */
export function applyRewrites(rewrites: Rewrites | undefined, value: unknown, schema: GraphQLSchema): void {
  for (const rewrite of rewrites ?? []) rewriteAt(rewrite, 0, value, schema);
}

function rewriteAt(rewrite: Rewrite, depth: number, value: unknown, schema: GraphQLSchema): void {
  if (Array.isArray(value)) {
    for (const item of value) rewriteAt(rewrite, depth, item, schema);
    return;
  }
  if (!isObject(value)) return;
  const step = rewrite.path[depth];
  if (step === undefined) return;
  if (depth === rewrite.path.length - 1) change(rewrite, step, value);
  else if (!step.startsWith(FRAGMENT)) rewriteAt(rewrite, depth + 1, own(value, step), schema);
  else if (mayBe(step.slice(FRAGMENT.length), value, schema)) rewriteAt(rewrite, depth + 1, value, schema);
}

/** An object that does not tell its type may be of any. */
function mayBe(type: string, value: Record<string, unknown>, schema: GraphQLSchema): boolean {
  return !value['__typename'] || isOfType(value, type, schema);
}

function change(rewrite: Rewrite, key: string, value: Record<string, unknown>): void {
  if (rewrite.kind === 'ValueSetter') return setOwn(value, key, rewrite.setValueTo);
  const renamed = own(value, key);
  if (!renamed) return;
  setOwn(value, rewrite.renameKeyTo, renamed);
  value[key] = undefined;
}
