/** As the index has them: it refuses what is beyond. */
const [MOST_HITS, MOST_VALUES] = [100, 100];

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Whether the index certainly refuses a search, so that no agency need be told what it looks for. It says why.
 *
 * INVARIANT: only what it refuses by what is written, whoever asks: anything else would be answered as if nothing were found.
 */
export function isRefused(filter: object, first: unknown): boolean {
  if (typeof first === 'number' && (first < 0 || first > MOST_HITS)) return true;
  return Object.entries(filter).some(([name, value]: [string, unknown]) => {
    if (Array.isArray(value)) return value.length > MOST_VALUES;
    return /(?:From|Until)$/u.test(name) && typeof value === 'string' && !DAY.test(value);
  });
}
