import type { OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Fragments } from '../../policy/projection/document.ts';
import type { SurveyedOperation } from '../../policy/projection/survey.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { costOf } from './cost/cost.ts';
import type { Weights } from './cost/weights.ts';
import { limit } from './limit.ts';
import type { OperationLimits } from './limits.ts';

/** What an operation must pass before it is planned. */
export interface Gate {
  /** @throws DeclaredError where it is of a kind that is not answered, or too large */
  measure(operation: OperationDefinitionNode, fragments: Fragments): void;
  /** @returns what it may cost @throws DeclaredError where that is too much */
  weigh(asked: SurveyedOperation): number;
  /**
   * What it may cost with the keys by which its selectors are looked for.
   * @param cost as `weigh` gave it
   * @throws DeclaredError where that is too much
   */
  weighKeys(cost: number, keys: number): number;
}

/** What it costs to look for one key, against an object of an answer. */
const COST_OF_A_KEY = 50;

/** What a gate goes by. */
export interface GateOptions {
  readonly limits: OperationLimits;
  readonly weights: Weights;
  /** The kinds of operations that are answered. */
  readonly answered: ReadonlySet<`${OperationTypeNode}`>;
}

/** The gate before the planner. */
export function gate({ limits, weights, answered }: GateOptions): Gate {
  return {
    measure(operation, fragments) {
      if (!answered.has(operation.operation))
        refuse(GATEWAY_ERRORS.OPERATION_NOT_SUPPORTED, `a ${operation.operation} is not answered`);
      limit(operation, fragments, limits);
    },
    weigh: (asked) => within(limits, costOf(asked, weights), ''),
    weighKeys(cost, keys) {
      return within(limits, cost + COST_OF_A_KEY * keys, `, its selectors looked for by ${keys} keys`);
    },
  };
}

function within(limits: OperationLimits, cost: number, how: string): number {
  if (cost > limits.cost)
    refuse(
      GATEWAY_ERRORS.OPERATION_TOO_COSTLY,
      `the operation may cost ${cost}${how}; one may cost at most ${limits.cost}`,
    );
  return cost;
}
