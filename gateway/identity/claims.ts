import { CALLER_LIMITS as LIMITS } from '../../policy/caller-limits.ts';
import type { CallerViewer } from '../../policy/caller.ts';
import { isPlainText } from '../../policy/plain-text.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/**
 * What a token's claims say of its viewer: `sub`, `role`, and where the agency vouches for them `name`, `trainings`,
 * `clearance` and `contact_point`.
 * @throws DeclaredError TOKEN_INVALID
 */
export function readViewer(claims: Readonly<Record<string, unknown>>, agency: string): CallerViewer {
  const { sub, role, name, trainings, clearance, contact_point: contactPoint } = claims;
  if (!isPlainText(sub, LIMITS.name) || !isPlainText(role, LIMITS.name)) {
    return invalid('the bearer token lacks the claim `role` or `sub`, or one of them is no plain text');
  }
  return {
    sub,
    agency,
    role,
    ...(isPlainText(name, LIMITS.name) && { name }),
    ...(trainings !== undefined && { trainings: readTrainings(trainings) }),
    ...(clearance !== undefined && { clearance: readClearance(clearance) }),
    ...(contactPoint !== undefined && { contactPoint: readContactPoint(contactPoint) }),
  };
}

/** Sorted, and each once: viewers with the same trainings are decided on alike. */
function readTrainings(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length <= LIMITS.trainings && value.every(isCode))
    return [...new Set(value)].sort();
  return invalid(`the claim \`trainings\` of the bearer token is no list of at most ${LIMITS.trainings} words`);
}

function readClearance(value: unknown): string {
  return isCode(value) ? value : invalid('the claim `clearance` of the bearer token is no word');
}

function readContactPoint(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  return invalid('the claim `contact_point` of the bearer token is neither true nor false');
}

function isCode(value: unknown): value is string {
  return isPlainText(value, LIMITS.code);
}

function invalid(detail: string): never {
  return refuse(GATEWAY_ERRORS.TOKEN_INVALID, detail);
}
