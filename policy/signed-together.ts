import { hash, randomFillSync } from 'node:crypto';

/**
 * Several texts under one signature: each with the path from it to the root of a hash tree, and the root signed. Signing is
 * most of what a call costs its caller.
 *
 * Leaves and nodes are hashed apart (RFC 9162, 2.1.1). The tree is always of the same depth, filled up with random bytes: a
 * text and its path tell nothing of the others, not even how many there are.
 */
export interface SignedTogether {
  readonly root: Buffer;
  /** Of each text, base64url: from the leaf up, which side the neighbour is on and its hash. */
  readonly paths: readonly string[];
}

const LEVELS = 4;
const HASH_BYTES = 32;
/** One byte says the side. */
const STEP_BYTES = HASH_BYTES + 1;
const [LEAF, NODE, LEFT, RIGHT] = [0, 1, 0, 1];

/** So many texts one signature can be for. */
export const MOST_TOGETHER = 2 ** LEVELS;

/** The tree over at most `MOST_TOGETHER` texts. */
export function treeOver(texts: readonly string[]): SignedTogether {
  const steps: Buffer[][] = texts.map(() => []);
  let level = texts.map((text) => sha256(Buffer.concat([Buffer.of(LEAF), Buffer.from(text)])));
  for (let height = 0; height < LEVELS; height += 1) {
    texts.forEach((_, index) => {
      const at = index >> height;
      const neighbour = (level[at ^ 1] ??= randomHash());
      steps[index]!.push(Buffer.of(at % 2 === 0 ? RIGHT : LEFT), neighbour);
    });
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => node(level[2 * at]!, level[2 * at + 1]!));
  }
  return { root: level[0]!, paths: steps.map((path) => Buffer.concat(path).toString('base64url')) };
}

/** The root that a path leads to from a text; undefined: it is no path of such a tree. */
export function rootFrom(text: string, path: string): Buffer | undefined {
  const steps = Buffer.from(path, 'base64url');
  if (steps.length !== LEVELS * STEP_BYTES || steps.toString('base64url') !== path) return undefined;
  let at = sha256(Buffer.concat([Buffer.of(LEAF), Buffer.from(text)]));
  for (let from = 0; from < steps.length; from += STEP_BYTES) {
    const neighbour = steps.subarray(from + 1, from + STEP_BYTES);
    if (steps[from] !== LEFT && steps[from] !== RIGHT) return undefined;
    at = steps[from] === RIGHT ? node(at, neighbour) : node(neighbour, at);
  }
  return at;
}

function node(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.of(NODE), left, right]));
}

function sha256(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** Random bytes are cheaper in bulk. INVARIANT: none is used twice. */
const pool = Buffer.alloc(128 * HASH_BYTES);
let used = pool.length;

function randomHash(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = Buffer.from(pool.subarray(used, used + HASH_BYTES));
  used += HASH_BYTES;
  return taken;
}
