import type { Cell } from './cell.ts';
import { matrixOf, type Matrix } from './matrix.ts';

/** An agency of the exchange. */
export interface Agency {
  readonly code: string;
  readonly name: string;
  readonly desk: { readonly name: string; readonly phone: string; readonly email: string };
}

/** Who there is, and which agreements count now. */
export interface Exchange {
  readonly agencies: readonly Agency[];
  readonly ruleset: { readonly digest: string };
}

export const EXCHANGE = { query: '{ agencies { code name desk { name phone email } } ruleset { digest } }' };

/** Of how many originators is asked at once: an operation may have twenty root fields (docs/limits.md). */
export const ORIGINATORS_AT_ONCE = 15;

/** What the graph answers to `matrixQuestion`. */
export type MatrixTold = Readonly<Record<string, readonly Cell[]>> & { readonly ruleset: { readonly digest: string } };

/** Asks for the cells of some originators, each under an alias of its own. */
export function matrixQuestion(originators: readonly string[]) {
  const variables = Object.fromEntries(originators.map((code, at) => [`o${at}`, code]));
  const declared = originators.map((_, at) => `$o${at}: ID!`).join(', ');
  const asked = originators.map((_, at) => `o${at}: visibility(originator: $o${at}) { ...Cell }`).join(' ');
  const query = `query Matrix(${declared}) { ruleset { digest } ${asked} }
fragment Cell on VisibilityCell { coordinate category disclosure treatments found clauses reason }`;
  return { query, variables };
}

/** The matrix of what was answered to one or several questions, in the order of the originators. */
export function matrixTold(parts: readonly (readonly [originators: readonly string[], told: MatrixTold])[]): Matrix {
  const told = parts.flatMap(([originators, cells]) =>
    originators.map((code, at) => [code, cells[`o${at}`] ?? []] as const),
  );
  return matrixOf(parts[0]?.[1].ruleset.digest ?? '', told);
}
