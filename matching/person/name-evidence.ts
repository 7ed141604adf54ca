import { wordEvidence } from './word-evidence.ts';
import type { Written } from './written.ts';

/** What it costs that words stand in another field: surname and first names exchanged, or all in one. */
const OTHER_FIELD = -3;
/** A word that one has and the other has not: a second name, half of a double name. */
const MORE_WORDS = -0.5;
/** A senior and a junior. */
const OTHER_GENERATION = -12;
/** What several words tell together, at most: they are not independent. */
const MOST = 20;

/** What is told of whether two persons are one. */
export interface Evidence {
  /** log2 of how much more often it is seen of one person than of two. */
  readonly bits: number;
  /** Whether some of it speaks against. */
  readonly contradicts: boolean;
  /** How many words of the names speak for it. */
  readonly agreeing: number;
}

const NOTHING: Evidence = { bits: 0, contradicts: false, agreeing: 0 };

/** What the names of two persons tell of whether they are one. */
export function nameEvidence(a: Written, b: Written): Evidence {
  const straight = sum(fieldEvidence(a.surname, b.surname), fieldEvidence(a.first, b.first));
  const inOneField = fieldEvidence([...a.surname, ...a.first], [...b.surname, ...b.first]);
  const mixed = { ...inOneField, bits: inOneField.bits + OTHER_FIELD };
  return sum(better(straight, mixed), generationEvidence(a, b));
}

function generationEvidence({ generation: a }: Written, { generation: b }: Written): Evidence {
  if (a === undefined || b === undefined || a === b) return NOTHING;
  return { bits: OTHER_GENERATION, contradicts: true, agreeing: 0 };
}

/** The words of both, each with the one that is most like it; or all written together. */
function fieldEvidence(a: readonly string[], b: readonly string[]): Evidence {
  if (a.length === 0 || b.length === 0) return NOTHING;
  const paired = pairing(a, b);
  const apart = { ...paired, bits: paired.bits + Math.abs(a.length - b.length) * MORE_WORDS };
  const best = a.length + b.length > 2 ? better(apart, evidenceOf(a.join(''), b.join(''))) : apart;
  return { ...best, bits: Math.min(best.bits, MOST) };
}

/** Words of both in pairs, those that tell most first. */
function pairing(a: readonly string[], b: readonly string[]): Evidence {
  const pairs = a.flatMap((word, mine) => b.map((other, theirs) => ({ mine, theirs, ...told(word, other) })));
  const [mine, theirs] = [new Set<number>(), new Set<number>()];
  return pairs.sort(byBits).reduce((all, pair) => {
    if (mine.has(pair.mine) || theirs.has(pair.theirs)) return all;
    mine.add(pair.mine);
    theirs.add(pair.theirs);
    return sum(all, pair.evidence);
  }, NOTHING);
}

/** Of two words: `text` is the same for both orders, so that which pair comes first does not depend on who is compared with whom. */
function told(word: string, other: string): { readonly evidence: Evidence; readonly text: string } {
  return { evidence: evidenceOf(word, other), text: [word, other].sort().join(' ') };
}

function byBits(a: ReturnType<typeof told>, b: ReturnType<typeof told>): number {
  return b.evidence.bits - a.evidence.bits || (a.text < b.text ? -1 : 1);
}

function evidenceOf(a: string, b: string): Evidence {
  const bits = wordEvidence(a, b);
  return { bits, contradicts: bits < 0, agreeing: bits > 0 ? 1 : 0 };
}

function better(one: Evidence, other: Evidence): Evidence {
  if (one.bits === other.bits) return other.contradicts ? one : other;
  return one.bits > other.bits ? one : other;
}

function sum(one: Evidence, other: Evidence): Evidence {
  return {
    bits: one.bits + other.bits,
    contradicts: one.contradicts || other.contradicts,
    agreeing: one.agreeing + other.agreeing,
  };
}
