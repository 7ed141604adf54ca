import { isUtf8 } from 'node:buffer';
import { extentOf } from './extent.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';

/** What a subgraph answered. `data` and `errors` are whatever it sent. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** How much one answer may make of its bytes. An operation has twelve levels; a page has a hundred hits. */
const MOST = { depth: 128, objects: 50_000, values: 500_000 } as const;

/**
 * Reads the body of an answer.
 * @throws SubgraphUnavailable it is not a JSON object in UTF-8, or goes too far. The message holds nothing of it
 */
export function readAnswer(bytes: Buffer): SubgraphAnswer {
  if (!isUtf8(bytes)) throw new SubgraphUnavailable('its answer is not UTF-8');
  if (bytes.length > SMALL_BYTES) requireModest(bytes);
  const answer = parse(bytes.toString('utf8'));
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    throw new SubgraphUnavailable('its answer is no object');
  }
  return answer;
}

/**
 * A smaller answer cannot hold too many objects, of two bytes each. It can be nested too deeply, which whatever reads it
 * withstands: it recurs by what was asked, and measures the values of which nothing is known.
 */
const SMALL_BYTES = 2 * MOST.objects;

function requireModest(bytes: Buffer): void {
  const { depth, objects, values } = extentOf(bytes);
  if (depth > MOST.depth) throw new SubgraphUnavailable('its answer is nested too deeply');
  if (objects > MOST.objects || values > MOST.values) throw new SubgraphUnavailable('its answer has too many values');
}

/** What a parser says of a text repeats some of it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SubgraphUnavailable('its answer is not JSON');
  }
}
