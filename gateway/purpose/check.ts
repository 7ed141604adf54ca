import { CALLER_LIMITS as LIMITS } from '../../policy/caller-limits.ts';
import { isPlainText } from '../../policy/plain-text.ts';
import { STAGES, type Offence, type Purpose, type Purposes, type Stage, type Term } from '../../schema/purposes.ts';
import type { ErrorDeclaration } from '../../schema/errors.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { suggestion, type Stated } from './parts.ts';

const CASE = /^[\p{L}\p{N}][\p{L}\p{N}./_ -]*$/u;

/**
 * Each part by itself: its type, its length, its place in the taxonomy.
 * @throws DeclaredError PURPOSE_INVALID, UNKNOWN_AREA, UNKNOWN_USE, UNKNOWN_SEARCH, UNKNOWN_STAGE
 */
export function checkParts(stated: Stated, { areas, uses, searches }: Purposes): Purpose {
  const { search, stage, matches, offence, request, justification } = stated;
  return {
    area: term(stated['area'], 'area', areas, GATEWAY_ERRORS.UNKNOWN_AREA),
    use: term(stated['use'], 'use', uses, GATEWAY_ERRORS.UNKNOWN_USE),
    case: caseNumber(stated['case']),
    ...(isStated(search) && { search: term(search, 'search', searches, GATEWAY_ERRORS.UNKNOWN_SEARCH) }),
    ...(isStated(stage) && { stage: stageOf(stage) }),
    ...(isStated(matches) && { matches: references(matches) }),
    ...(isStated(offence) && { offence: offenceOf(offence) }),
    ...(isStated(request) && { request: text(request, 'request', LIMITS.request) }),
    ...(isStated(justification) && { justification: text(justification, 'justification', LIMITS.justification) }),
  };
}

/** Clients that write every part send null for those that they do not state. */
function isStated(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function term(value: unknown, part: string, terms: ReadonlyMap<string, Term>, unknown: ErrorDeclaration): string {
  const code = text(value, part, LIMITS.code);
  return terms.has(code)
    ? code
    : refuse(unknown, `the \`${part}\` is not known: ${suggestion(code, [...terms.keys()])}`);
}

function stageOf(value: unknown): Stage {
  const code = text(value, 'stage', LIMITS.code);
  const stage = STAGES.find((known) => known === code);
  return stage ?? refuse(GATEWAY_ERRORS.UNKNOWN_STAGE, `the \`stage\` is not known: ${suggestion(code, STAGES)}`);
}

function caseNumber(value: unknown): string {
  const number = text(value, 'case', LIMITS.case);
  if (CASE.test(number)) return number;
  return invalid(`\`case\` is your own case number: up to ${LIMITS.case} letters, digits and . / _ -`);
}

/** Sorted, and each once: two requests that name the same objects have the same purpose. */
function references(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return invalid('`matches` is not a list of ids');
  const ids = new Set(value.map((id: unknown) => text(id, 'matches', LIMITS.reference)));
  if (ids.size >= 1 && ids.size <= LIMITS.matches) return [...ids].sort();
  return invalid(`\`matches\` lists 1 to ${LIMITS.matches} ids of objects; here are ${ids.size}`);
}

function offenceOf(value: unknown): Offence {
  const { code, maxPenaltyMonths: months } = value as { readonly code?: unknown; readonly maxPenaltyMonths?: unknown };
  const cited = text(code, 'offence', LIMITS.offence);
  if (typeof months === 'number' && Number.isInteger(months) && months >= 0 && months <= LIMITS.penaltyMonths) {
    return { code: cited, maxPenaltyMonths: months };
  }
  return invalid(
    `the offence lacks its longest sentence: \`max-penalty-months\` (\`offence.maxPenaltyMonths\`), a whole number of months up to ${LIMITS.penaltyMonths}`,
  );
}

function text(value: unknown, part: string, longest: number): string {
  if (isStated(value) && typeof value !== 'string') return invalid(`\`${part}\` is not text`);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  if (trimmed === '') return invalid(`the purpose lacks \`${part}\``);
  if (isPlainText(trimmed, longest)) return trimmed;
  return invalid(`\`${part}\` has control characters in it, or more than ${longest} characters`);
}

function invalid(detail: string): never {
  return refuse(GATEWAY_ERRORS.PURPOSE_INVALID, detail);
}
