import { STAGES, type Offence, type Purpose } from '../schema/purposes.ts';
import { CALLER_LIMITS as LIMITS } from './caller-limits.ts';
import { fits, listOf, textUpTo, wholeNumber, type Shape } from './claim-shape.ts';

const isCode = textUpTo(LIMITS.code);
const areReferences = listOf(textUpTo(LIMITS.reference), 1, LIMITS.matches);

const OFFENCE: Shape<Offence> = {
  code: textUpTo(LIMITS.offence),
  maxPenaltyMonths: wholeNumber(0, LIMITS.penaltyMonths),
};

const PURPOSE: Shape<Purpose> = {
  area: isCode,
  use: isCode,
  case: textUpTo(LIMITS.case),
  search: isCode,
  stage: (value) => STAGES.some((stage) => stage === value),
  matches: (value) => areReferences(value) && isAscending(value as readonly string[]),
  offence: (value) => fits(value, OFFENCE, ['code', 'maxPenaltyMonths']),
  request: textUpTo(LIMITS.request),
  justification: textUpTo(LIMITS.justification),
};

/** Whether a claim tells of a purpose as the gateway does. What a stage asks for the gateway has checked. */
export function isPurpose(value: unknown): value is Purpose {
  return fits(value, PURPOSE, ['area', 'use', 'case']);
}

/** Sorted, and none twice. */
function isAscending(values: readonly string[]): boolean {
  return values.every((value, at) => at === 0 || values[at - 1]! < value);
}
