import { readDetached } from './header.ts';

/** Between which instants the parties of a text signed it, in milliseconds since the epoch. */
export interface Given {
  readonly first: number;
  readonly last: number;
}

/** When signatures were given, as their signers say. One that does not say it may have been given at any time. */
export function givenIn(signatures: Readonly<Record<string, unknown>>): Given {
  const instants = Object.values(signatures).map((jws) => Date.parse(readDetached(jws)?.header.given ?? ''));
  if (instants.length === 0 || instants.some((instant) => Number.isNaN(instant)))
    return { first: -Infinity, last: Infinity };
  return { first: Math.min(...instants), last: Math.max(...instants) };
}
