import type { Purpose } from '../../../../../schema/purposes.ts';

/**
 * A purpose as the header `x-purpose` states it, for requests that have no other place for it. A browser takes a header's
 * characters for bytes: they are those of UTF-8, as the gateway reads them. Lines become one: a header has no more.
 */
export function purposeHeader({ offence, matches, ...rest }: Purpose): string {
  const parts: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ...Object.entries(rest),
    ['matches', matches?.join(',')],
    ['offence', offence?.code],
    ['max-penalty-months', offence?.maxPenaltyMonths],
  ];
  const stated = parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${quoted(`${value}`)}`);
  return String.fromCharCode(...new TextEncoder().encode(stated.join('; ')));
}

function quoted(value: string): string {
  const line = value.replaceAll(/[\s\p{Cc}]+/gu, ' ');
  return `"${line.replaceAll(/["\\]/g, '\\$&')}"`;
}
