import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { refuseUnknown, type Stated } from './parts.ts';

const NAMES = [
  'area',
  'use',
  'case',
  'search',
  'stage',
  'matches',
  'offence',
  'max-penalty-months',
  'request',
  'justification',
];

/**
 * Reads `x-purpose`: `name=value` parts with semicolons between them. A value that has a semicolon or a quote in it
 * stands in double quotes, as a quoted-string of RFC 9110.
 * @throws DeclaredError PURPOSE_INVALID
 */
export function readHeader(header: string): Stated {
  const entries = partsOf(asSent(header)).map(readPart);
  const names = entries.map(([name]) => name);
  refuseUnknown(names, NAMES, 'the header `x-purpose`');
  if (new Set(names).size < names.length) invalid('the header `x-purpose` states a part twice');
  const { matches, offence, 'max-penalty-months': months, ...rest } = Object.fromEntries(entries);
  return {
    ...rest,
    ...(matches !== undefined && { matches: listed(matches) }),
    ...((offence !== undefined || months !== undefined) && {
      offence: { code: offence, maxPenaltyMonths: numberIn(months) },
    }),
  };
}

/** Node.js reads the bytes of a header as Latin-1; what is not ASCII clients send as UTF-8. */
function asSent(header: string): string {
  if (/[^\u0080-\u00ff\p{ASCII}]/u.test(header)) return header;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** Splits at semicolons that do not stand in quotes. */
function partsOf(header: string): readonly string[] {
  const parts: string[] = [];
  let [part, quoted, escaped] = ['', false, false];
  for (const character of `${header};`) {
    const ends = character === ';' && !quoted;
    if (ends) parts.push(part);
    if (character === '"' && !escaped) quoted = !quoted;
    escaped = quoted && character === '\\' && !escaped;
    part = ends ? '' : part + character;
  }
  return [...parts, part].map((text) => text.trim()).filter(Boolean);
}

function readPart(part: string): readonly [name: string, value: string] {
  const at = part.indexOf('=');
  if (at < 1) invalid('the header `x-purpose` has a part that is not `name=value`');
  return [part.slice(0, at).trim(), unquoted(part.slice(at + 1).trim())];
}

function unquoted(value: string): string {
  if (!value.includes('"')) return value;
  const inside = /^"((?:[^"\\]|\\.)*)"$/s.exec(value)?.[1];
  if (inside === undefined) return invalid('the header `x-purpose` has a value that is quoted in part only');
  return inside.replaceAll(/\\(.)/gs, '$1');
}

function listed(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

/** What is no number is left as it is, to be refused as such. */
function numberIn(value: string | undefined): unknown {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

function invalid(detail: string): never {
  return refuse(GATEWAY_ERRORS.PURPOSE_INVALID, detail);
}
