import type { NameKey } from '../../matching/name-key.ts';
import { FEATURES } from '../../matching/person/features.ts';

/** How many keys of a feature there are, and what they find, of those that are to be found. */
export interface Worth {
  /** The name of the feature; undefined: all of them together. */
  readonly feature: string | undefined;
  /** For each that is stored. */
  readonly keys: number;
  /** The share of those sought that no key of another feature finds; of all together, of those that any finds. */
  readonly alone: number;
}

/** The keys under which one is stored, and those by which the same one is sought. */
export interface StoredAndSought {
  readonly stored: readonly NameKey[];
  readonly sought: readonly NameKey[];
}

/** What each feature costs, and what would not be found without it. */
export function worthOf(pairs: readonly StoredAndSought[]): readonly Worth[] {
  const found = pairs.map(agreeing);
  const each = Object.entries(FEATURES).map(([feature, number]) => ({
    feature,
    keys: mean(pairs.map(({ stored }) => stored.filter((key) => key.feature === number).length)),
    alone: mean(found.map((features) => (features.size === 1 && features.has(number) ? 1 : 0))),
  }));
  const all = {
    feature: undefined,
    keys: mean(pairs.map(({ stored }) => stored.length)),
    alone: mean(found.map(({ size }) => (size > 0 ? 1 : 0))),
  };
  return [...each.filter(({ keys }) => keys > 0), all];
}

/** The features of the keys that are in both. */
function agreeing({ stored, sought }: StoredAndSought): ReadonlySet<number> {
  const texts = new Set(sought.map(textOf));
  return new Set(stored.filter((key) => texts.has(textOf(key))).map(({ feature }) => feature));
}

function textOf({ feature, text }: NameKey): string {
  return `${feature}|${text}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
