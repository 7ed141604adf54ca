import type { Agreement, Clause } from '../agreement.ts';
import type { Path } from './locate.ts';

/** What of a misshapen document can be checked all the same, so that its author sees more mistakes at once. */
export interface Salvaged {
  /** Every word that stands in its place, whatever stands beside it. */
  readonly words: Agreement;
  /** The clauses without a mistake of shape, each in its place. Undefined: what they rest on has one. */
  readonly clauses: Agreement | undefined;
}

/** Keys of a document on which clauses, or other documents, rest. */
const GROUND = new Set([
  ...['id', 'signed', 'effective', 'until', 'parties', 'groups', 'accessions'],
  ...['supersedes', 'amends', 'supplements', 'follows'],
]);
const EFFECTS = ['share', 'withhold', 'deconflict'] as const;
/** What a clause speaks of: with one part of it gone, the other would seem to be all. */
const FIELDS = ['categories', 'coordinates'];

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Takes what is misshapen out of a document, and leaves the rest where it was.
 * @param wrong paths of every mistake of shape
 */
export function salvage(value: unknown, wrong: readonly Path[]): Salvaged | undefined {
  const broken = new Set(wrong.map(([key]) => String(key)).filter((key) => key !== 'clauses'));
  if (!isMapping(value) || !Array.isArray(value['clauses'])) return undefined;
  if (wrong.some((path) => path[0] === 'clauses' && path.length === 1)) return undefined;
  const rest = without(value, broken);
  const clauses = value['clauses'] as readonly unknown[];
  // Without the groups that it founds, the groups that it names would seem unknown.
  const nobody = broken.has('groups') ? { from: [], to: [] } : {};
  const said = clauses.map((clause, index) => wordsOf(clause, below(index, wrong), nobody));
  const words = { ...rest, parties: broken.has('groups') ? [] : (rest['parties'] ?? []), clauses: said };
  const kept = clauses.map((clause, index) => (below(index, wrong).length > 0 ? placeholder(index) : clause));
  return {
    words: words as unknown as Agreement,
    clauses: restsOnNothingBroken(value, broken) ? ({ ...rest, clauses: kept } as unknown as Agreement) : undefined,
  };
}

function restsOnNothingBroken(value: Mapping, broken: ReadonlySet<string>): boolean {
  const there = ['id', 'signed', 'effective', 'parties'].every((key) => Object.hasOwn(value, key));
  return there && ![...broken].some((key) => GROUND.has(key));
}

/** Paths of the mistakes in a clause, from the clause on. */
function below(index: number, wrong: readonly Path[]): readonly Path[] {
  return wrong.filter(([key, at]) => key === 'clauses' && String(at) === String(index)).map((path) => path.slice(2));
}

function wordsOf(clause: unknown, wrong: readonly Path[], nobody: Mapping): Clause {
  const effects = EFFECTS.flatMap((effect) => {
    const value: unknown = isMapping(clause) && Object.hasOwn(clause, effect) ? clause[effect] : undefined;
    if (!isMapping(value)) return [];
    const broken = wrong.filter((path) => path[0] === effect && path.length > 1).map((path) => String(path[1]));
    const gone = broken.some((key) => FIELDS.includes(key)) ? [...broken, ...FIELDS] : broken;
    return [[effect, { from: [], to: [], ...without(value, new Set(gone)), ...nobody }]];
  });
  return { id: '', text: '', ...Object.fromEntries(effects) } as Clause;
}

/** A clause that says nothing, under an id that nobody can have written. */
function placeholder(index: number): Clause {
  return { id: ` ${index}`, text: '' };
}

function without(value: Mapping, keys: ReadonlySet<string>): Mapping {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)));
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
