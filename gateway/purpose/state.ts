import { isDeepStrictEqual } from 'node:util';
import type { Purpose, Purposes } from '../../schema/purposes.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { checkParts } from './check.ts';
import { checkEvidence } from './evidence.ts';
import { readExtension } from './extension.ts';
import { readHeader } from './header.ts';
import type { Stated } from './parts.ts';

/**
 * What a request says that it is for.
 * @param header the header `x-purpose`: `area=drug-trafficking; use=investigation; case=DEA-2026-0042`
 * @param extension the request's `extensions.purpose`: `{ area, use, case, … }`
 * @returns undefined: it states none
 * @throws DeclaredError PURPOSE_INVALID, PURPOSE_INCOMPLETE, PURPOSE_STAGE_MISMATCH, UNKNOWN_AREA, UNKNOWN_USE,
 *   UNKNOWN_SEARCH, UNKNOWN_STAGE
 */
export function statePurpose(header: string | undefined, extension: unknown, taxonomy: Purposes): Purpose | undefined {
  const stated = header === undefined ? undefined : check(readHeader(header), taxonomy);
  const extended =
    extension === undefined || extension === null ? undefined : check(readExtension(extension), taxonomy);
  if (stated && extended && !isDeepStrictEqual(stated, extended)) {
    refuse(GATEWAY_ERRORS.PURPOSE_INVALID, 'the header `x-purpose` and `extensions.purpose` state different purposes');
  }
  return stated ?? extended;
}

function check(stated: Stated, taxonomy: Purposes): Purpose {
  const purpose = checkParts(stated, taxonomy);
  checkEvidence(purpose, taxonomy);
  return purpose;
}
