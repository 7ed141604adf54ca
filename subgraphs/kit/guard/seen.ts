import type { Treatment } from '../../../schema/contract.ts';
import type { Row } from '../../../policy/condition/evaluate.ts';

/**
 * An object on its way through one answer: what the agency loaded, and where it stands there. The same loaded object
 * may stand in several places, with different outcomes, so where it stands is not kept on it.
 */
export class Seen {
  constructor(
    readonly typename: string,
    /** What resolvers of the agency get. */
    readonly source: unknown,
    /** The entity that it is, or is part of, with what encloses it. Undefined: none. */
    readonly row: Row | undefined,
    /** How the governed field that carries it is shown. Undefined: no such field carries it. */
    readonly treatment: Treatment | undefined,
  ) {}
}

/** The row of an object that is no entity's part: no label is known there. */
export const NOWHERE: Row = { type: '', labels: {} };
