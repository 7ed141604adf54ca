import type { Agreement, Clause } from '../agreement.ts';
import type { Side } from './pairs.ts';

/** What changes of one agreement's document, in words; what it opens and closes is told elsewhere. */
export interface DocumentChange {
  readonly id: string;
  readonly lines: readonly string[];
}

/** What of a document is not its clauses. */
const HEADER = [
  'title',
  'source',
  'signed',
  'effective',
  'until',
  'parties',
  'supersedes',
  'amends',
  'supplements',
  'follows',
  'noticeDays',
  'groups',
  'accessions',
] as const;

/** Documents that are new, are gone or say something else: parties, dates, lineage, groups, clauses. */
export function documentChanges(before: Side, after: Side): readonly DocumentChange[] {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids
    .map((id) => ({ id, lines: linesFor(old.get(id), now.get(id)) }))
    .concat({ id: 'parties.yaml', lines: agencyLines(before, after) })
    .filter(({ lines }) => lines.length > 0);
}

function documentsOf({ ruleset }: Side): ReadonlyMap<string, Agreement> {
  return new Map([...ruleset.standing.values()].map(({ agreement }) => [agreement.id, agreement]));
}

function linesFor(old: Agreement | undefined, now: Agreement | undefined): readonly string[] {
  if (!now) return ['it is gone'];
  if (!old) return [`it is new: ${now.parties.join(', ')}; in force from ${now.effective}`];
  const headers = HEADER.flatMap((key) => changed(key, old[key], now[key]));
  return [...headers, ...clauseLines(old.clauses, now.clauses)];
}

function changed(key: string, old: unknown, now: unknown): readonly string[] {
  if (same(old, now)) return [];
  return [`${key}: ${written(old)} → ${written(now)}`];
}

function clauseLines(old: readonly Clause[], now: readonly Clause[]): readonly string[] {
  const [before, after] = [byId(old), byId(now)];
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!is) return [`clause ${id} is gone`];
    if (!was) return [`clause ${id} is new: ${is.text.trim()}`];
    return [...wordLines(was, is), ...effectLines(was, is), ...dutyLines(was, is)];
  });
}

function wordLines(was: Clause, is: Clause): readonly string[] {
  if (was.text.trim() === is.text.trim()) return [];
  return [`clause ${is.id} says: ${is.text.trim()}`];
}

/** What it shares or withholds is told field by field elsewhere. */
function effectLines(was: Clause, is: Clause): readonly string[] {
  const effectOf = ({ share, withhold }: Clause) => [{ ...share, obligations: undefined }, withhold];
  return same(effectOf(was), effectOf(is)) ? [] : [`clause ${is.id} shares or withholds something else`];
}

/** What recipients owe, and duties of de-confliction: neither opens nor closes a field. */
function dutyLines(was: Clause, is: Clause): readonly string[] {
  return [
    ...changed(`clause ${is.id}, obligations`, was.share?.obligations, is.share?.obligations),
    ...changed(`clause ${is.id}, duty of de-confliction`, was.deconflict, is.deconflict),
  ];
}

function agencyLines(before: Side, after: Side): readonly string[] {
  const [old, now] = [before, after].map(({ agencies }) => new Map(agencies.map((agency) => [agency.code, agency])));
  const gone = [...old!.keys()].filter((code) => !now!.has(code)).map((code) => `${code} is gone`);
  const others = [...now!].flatMap(([code, agency]) => {
    const was = old!.get(code);
    if (!was) return [`${code} is new: ${agency.name}`];
    return changed(`${code}, country`, was.country, agency.country);
  });
  return [...gone, ...others];
}

function byId(clauses: readonly Clause[]): ReadonlyMap<string, Clause> {
  return new Map(clauses.map((clause) => [clause.id, clause]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function written(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const isPlain = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isPlain ? (value as readonly string[]).join(', ') : JSON.stringify(value);
}
