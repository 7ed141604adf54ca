import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { refuseUnknown, type Stated } from './parts.ts';

const NAMES = ['area', 'use', 'case', 'search', 'stage', 'matches', 'offence', 'request', 'justification'];
const OFFENCE_NAMES = ['code', 'maxPenaltyMonths'];

/** Reads the request's `extensions.purpose`. @throws DeclaredError PURPOSE_INVALID */
export function readExtension(extension: unknown): Stated {
  const stated = members(extension, '`extensions.purpose`', NAMES);
  const { offence } = stated;
  if (offence !== undefined && offence !== null) members(offence, '`extensions.purpose.offence`', OFFENCE_NAMES);
  return stated;
}

function members(value: unknown, where: string, known: readonly string[]): Stated {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(GATEWAY_ERRORS.PURPOSE_INVALID, `${where} is not an object`);
  }
  refuseUnknown(Object.keys(value), known, where);
  return value as Stated;
}
