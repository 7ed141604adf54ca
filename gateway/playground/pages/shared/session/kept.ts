import type { Purpose } from '../../../../../schema/purposes.ts';
import type { Session, Viewer } from './who.ts';

/** A session as a tab kept it. What is not as this version keeps it is left out: an older one may have, or a hand. */
export function sessionIn(text: string | null): Session {
  const kept = parsed(text);
  if (!isObject(kept)) return {};
  const { viewer, purpose, statedFor, meant } = kept;
  return {
    ...(isViewer(viewer) && { viewer }),
    ...(isPurpose(purpose) && { purpose }),
    ...(typeof statedFor === 'string' && { statedFor }),
    ...(isMeant(meant) && { meant }),
  };
}

function isViewer(value: unknown): value is Viewer {
  if (!isObject(value)) return false;
  const named = { persona: value['id'], token: value['token'], 'signed-in': value['agency'] };
  const { is } = value;
  return typeof is === 'string' && Object.hasOwn(named, is) && typeof named[is as Viewer['is']] === 'string';
}

function isMeant(value: unknown): value is NonNullable<Session['meant']> {
  return isObject(value) && typeof value['area'] === 'string' && typeof value['use'] === 'string';
}

function isPurpose(value: unknown): value is Purpose {
  if (!isObject(value)) return false;
  const { area, use, case: number, matches = [], offence, ...rest } = value;
  return (
    [area, use, number, ...Object.values(rest)].every((part) => typeof part === 'string') &&
    Array.isArray(matches) &&
    matches.every((id) => typeof id === 'string') &&
    (offence === undefined || isOffence(offence))
  );
}

function isOffence(value: unknown): boolean {
  return isObject(value) && typeof value['code'] === 'string' && typeof value['maxPenaltyMonths'] === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}
