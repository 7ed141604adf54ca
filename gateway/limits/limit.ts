import type { OperationDefinitionNode } from 'graphql';
import type { Fragments } from '../../policy/projection/document.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import type { OperationLimits } from './limits.ts';
import { sizeOf, type Size } from './size.ts';

/** What each figure counts, as a refusal words it. */
const MEASURES: Readonly<Record<keyof Size, (own: string, most: number) => string>> = {
  depth: (own, most) => `is nested ${own} deep; at most ${most} are answered`,
  fields: (own, most) => `has ${own} fields, its fragments spread out; at most ${most} are answered`,
  rootFields: (own, most) => `has ${own} root fields; at most ${most} are answered`,
  aliases: (own, most) => `asks fields once more under another key, ${own} times; at most ${most} times are answered`,
  directives: (own, most) => `has ${own} directives, its fragments spread out; at most ${most} are answered`,
  spreads: (own, most) => `spreads ${own} fragments; at most ${most} are answered`,
};

/** Refuses an operation that is larger than these limits. @throws DeclaredError that names the limit and the figure */
export function limit(operation: OperationDefinitionNode, fragments: Fragments, limits: OperationLimits): void {
  const size = sizeOf(operation, fragments);
  for (const [measure, words] of Object.entries(MEASURES) as [keyof Size, (typeof MEASURES)[keyof Size]][]) {
    const [own, most] = [size[measure], limits[measure]];
    if (own > most) refuse(GATEWAY_ERRORS.OPERATION_TOO_LARGE, `the operation ${words(figure(own), most)}`);
  }
}

/** Fragments inside each other multiply: past a point the figure says no more. */
function figure(value: number): string {
  return value > 1_000_000 ? 'more than 1000000' : String(value);
}
