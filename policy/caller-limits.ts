/**
 * How much a caller may say. What it says goes with every call to a subgraph, in one header, of which many servers read
 * no more than eight kilobytes.
 */
export const CALLER_LIMITS = {
  /** Characters of a name, a subject, a role. */
  name: 256,
  /** Characters of a code of a taxonomy. */
  code: 64,
  trainings: 64,
  /** Characters of a voucher, signature included. */
  voucher: 3_072,
  /** Characters of a case number. */
  case: 64,
  matches: 50,
  /** Characters of an object's id, as notices cite it. */
  reference: 128,
  /** Characters of an offence as the law cites it. */
  offence: 100,
  /** The longest sentence that can be stated. Imprisonment for life is stated as this. */
  penaltyMonths: 9999,
  /** Characters of a request's number, as notices cite it. */
  request: 64,
  justification: 500,
  /** Characters of a clause's id. */
  clause: 200,
  /** Clauses that are past a quota. */
  spent: 200,
} as const;
