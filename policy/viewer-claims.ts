import { CALLER_LIMITS as LIMITS } from './caller-limits.ts';
import { isPlainText } from './plain-text.ts';
import type { Recipient } from './recipient.ts';

/** The person who asks, as their own agency vouches for them. */
export interface CallerViewer extends Recipient {
  /** Unique at the viewer's agency. */
  readonly sub: string;
  readonly name?: string;
}

/** The viewer of whom claims speak; or what is wrong with the claims, in words without any of their values. */
export type ClaimedViewer = { readonly viewer: CallerViewer } | { readonly wrong: string };

/**
 * What the claims of an agency's issuer say of a viewer: `sub`, `role`, and where the agency vouches for them `name`,
 * `trainings`, `clearance` and `contact_point`. The same in a bearer token and in a voucher.
 * @param agency whose issuer it is, by its code
 */
export function readViewer(claims: Readonly<Record<string, unknown>>, agency: string): ClaimedViewer {
  const { sub, role, name, trainings, clearance, contact_point: contactPoint } = claims;
  if (!isPlainText(sub, LIMITS.name) || !isPlainText(role, LIMITS.name))
    return { wrong: 'lacks the claim `role` or `sub`, or one of them is no plain text' };
  if (trainings !== undefined && !areTrainings(trainings))
    return { wrong: `has a claim \`trainings\` that is no list of at most ${LIMITS.trainings} words` };
  if (clearance !== undefined && !isCode(clearance)) return { wrong: 'has a claim `clearance` that is no word' };
  if (contactPoint !== undefined && typeof contactPoint !== 'boolean')
    return { wrong: 'has a claim `contact_point` that is neither true nor false' };
  const viewer = {
    sub,
    agency,
    role,
    ...(isPlainText(name, LIMITS.name) && { name }),
    ...(trainings !== undefined && { trainings: eachOnce(trainings) }),
    ...(clearance !== undefined && { clearance }),
    ...(contactPoint !== undefined && { contactPoint }),
  };
  return { viewer };
}

/** Whether two claims speak of the same viewer, in every attribute. */
export function isSameViewer(one: CallerViewer, other: CallerViewer): boolean {
  return identityOf(one) === identityOf(other);
}

function identityOf({ sub, agency, role, name, trainings, clearance, contactPoint }: CallerViewer): string {
  return JSON.stringify([sub, agency, role, name, trainings, clearance, contactPoint]);
}

/** Sorted, and each once: viewers with the same trainings are decided on alike. */
function eachOnce(trainings: readonly string[]): readonly string[] {
  return [...new Set(trainings)].sort();
}

function areTrainings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= LIMITS.trainings && value.every(isCode);
}

function isCode(value: unknown): value is string {
  return isPlainText(value, LIMITS.code);
}
