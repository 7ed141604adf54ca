/** How much of an agency one operation may take, and all of them together. The gateway has limits too; these do not rely on it. */
export interface Budgets {
  /** Fields inside each other. */
  readonly depth: number;
  /** Fields, each alias for itself, with fragments spread out. */
  readonly fields: number;
  /** References in all `_entities` of an operation. */
  readonly representations: number;
  /** From when the caller is proven until the answer is there. */
  readonly milliseconds: number;
  /** Operations that are being executed. */
  readonly operations: number;
  /** Operations that wait for one of those to end. */
  readonly waiting: number;
  /** Of an answer. */
  readonly answerBytes: number;
}

/** Room for whatever the gateway sends of the largest operation that it accepts. */
export const BUDGETS: Budgets = {
  depth: 32,
  fields: 4_000,
  representations: 1_000,
  milliseconds: 8_000,
  operations: 32,
  waiting: 256,
  answerBytes: 16 * 1024 * 1024,
};
