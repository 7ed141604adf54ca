import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './line-up.ts';
import type { BenchOperation } from './operations.ts';

type Data = Readonly<Record<string, unknown>> | null;

/** How an answer stands to that of a gateway without rules. */
export type Likeness = 'the same' | 'less of the same' | 'another';

/** For a first answer, planning included. */
export const MOST_SECONDS = 60;

/** Asks once. @throws Error when there is no answer within a minute, or an answer with errors */
export async function answerOf({ name, url, headers }: Contender, { query }: BenchOperation): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(MOST_SECONDS * 1000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
  if (errors?.[0]) throw new Error(`${name}: ${errors[0].message}`);
  return data ?? null;
}

/** Compares an answer with one that nothing is withheld of: what is withheld is null, or missing from a list. */
export function likeness(shown: unknown, all: unknown): Likeness {
  if (isDeepStrictEqual(shown, all)) return 'the same';
  return isLess(shown, all) ? 'less of the same' : 'another';
}

function isLess(shown: unknown, all: unknown): boolean {
  if (shown === null) return true;
  if (Array.isArray(shown)) return Array.isArray(all) && isLessOf(shown, all);
  if (typeof shown !== 'object' || typeof all !== 'object' || all === null) return shown === all;
  const whole = all as Readonly<Record<string, unknown>>;
  return Object.entries(shown).every(([key, value]) => key in whole && isLess(value, whole[key]));
}

/** Each item is less of one that follows those of the items before it. */
function isLessOf(shown: readonly unknown[], all: readonly unknown[]): boolean {
  let from = 0;
  return shown.every((item) => {
    const found = all.findIndex((other, position) => position >= from && isLess(item, other));
    from = found + 1;
    return found >= 0;
  });
}
