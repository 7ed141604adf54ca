import type { Purpose, Purposes, Term } from '../../schema/purposes.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

const PARTS = ['area', 'use', 'case'] as const;
const CASE = /^[\p{L}\p{N}][\p{L}\p{N}./_ -]{0,63}$/u;

/**
 * What a request says that it is for.
 * @param header the header `x-purpose`: `area=drug-trafficking; use=investigation; case=DEA-2026-0042`
 * @param extension the request's `extensions.purpose`: `{ area, use, case }`
 * @returns undefined: it states none
 * @throws DeclaredError PURPOSE_INVALID, UNKNOWN_AREA, UNKNOWN_USE
 */
export function statePurpose(header: string | undefined, extension: unknown, taxonomy: Purposes): Purpose | undefined {
  const stated = header === undefined ? undefined : check(readHeader(header), taxonomy);
  const extended =
    extension === undefined || extension === null ? undefined : check(readExtension(extension), taxonomy);
  if (stated && extended && PARTS.some((part) => stated[part] !== extended[part])) {
    refuse(GATEWAY_ERRORS.PURPOSE_INVALID, 'the header `x-purpose` and `extensions.purpose` state different purposes');
  }
  return stated ?? extended;
}

function readHeader(header: string): Readonly<Record<string, unknown>> {
  const pairs = header.split(';').map((pair) => pair.trim());
  const entries = pairs.filter(Boolean).map((pair) => {
    const match = /^([a-z]+)\s*=\s*(?:"([^"]*)"|(.*))$/.exec(pair);
    if (!match) refuse(GATEWAY_ERRORS.PURPOSE_INVALID, 'the header `x-purpose` has a part that is not `name=value`');
    return [match[1]!, match[2] ?? match[3]!] as const;
  });
  const names = entries.map(([name]) => name);
  if (new Set(names).size < names.length) {
    refuse(GATEWAY_ERRORS.PURPOSE_INVALID, 'the header `x-purpose` states a part twice');
  }
  return Object.fromEntries(entries);
}

function readExtension(extension: unknown): Readonly<Record<string, unknown>> {
  if (typeof extension !== 'object' || extension === null || Array.isArray(extension)) {
    return refuse(GATEWAY_ERRORS.PURPOSE_INVALID, '`extensions.purpose` is not an object');
  }
  return extension as Readonly<Record<string, unknown>>;
}

function check(stated: Readonly<Record<string, unknown>>, { areas, uses }: Purposes): Purpose {
  const unknown = Object.keys(stated).find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    refuse(GATEWAY_ERRORS.PURPOSE_INVALID, 'a purpose has the parts `area`, `use` and `case` only');
  const [area, use, number] = PARTS.map((part) => text(stated[part], part));
  if (!areas.has(area!)) refuse(GATEWAY_ERRORS.UNKNOWN_AREA, `the crime area is not one of: ${codes(areas)}`);
  if (!uses.has(use!)) refuse(GATEWAY_ERRORS.UNKNOWN_USE, `the use is not one of: ${codes(uses)}`);
  if (!CASE.test(number!)) {
    refuse(GATEWAY_ERRORS.PURPOSE_INVALID, '`case` is your own case number: up to 64 letters, digits and . / _ -');
  }
  return { area: area!, use: use!, case: number! };
}

function text(value: unknown, part: string): string {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed || refuse(GATEWAY_ERRORS.PURPOSE_INVALID, `the purpose lacks \`${part}\``);
}

function codes(terms: ReadonlyMap<string, Term>): string {
  return [...terms.keys()].map((code) => `\`${code}\``).join(', ');
}
