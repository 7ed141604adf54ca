import { foundAnyhow, treatmentOn, type Cell } from '../../../policy/cell.ts';
import { NEVER, type Condition } from '../../../policy/condition/condition.ts';
import { evaluate } from '../../../policy/condition/evaluate.ts';
import { coordinatesOf } from '../../../policy/families.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { GrantPurpose } from '../../../policy/obstacle.ts';
import type { ClauseId } from '../../../policy/clause-id.ts';
import type { Ruleset } from '../../../policy/ruleset.ts';
import { ENTITY_TYPES, contract, type EntityType } from '../../../schema/contract.ts';
import type { Objects } from './objects.ts';

/** Who asks whom, and what for. */
export interface Asked {
  readonly originator: string;
  readonly recipient: Recipient;
  readonly purpose: GrantPurpose;
}

/** One situation by the words of a table: `{ stage: 'hit', viewer: 'contact point' }`. */
export type Situation = Readonly<Record<string, string>>;

/** What is open: in which situations, on which objects, by which clause. What no line says must be closed. */
export interface Line {
  readonly clause: ClauseId;
  /** Words of which a situation has one each; a dimension that is left out may have any. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  /** What is seen of each object: coordinates, `found by` a coordinate, or the disclosure of a hit. */
  readonly shows: Readonly<Record<string, readonly string[]>>;
}

/** Of a table that is wrong in one place, much is wrong. */
const MOST_TOLD = 40;

/** What is shown is found by its value too; a table says so of what is not shown. */
const FOUND_BY = 'found by ';

/** Every combination of the words. */
export function combinations(dimensions: Readonly<Record<string, readonly string[]>>): readonly Situation[] {
  return Object.entries(dimensions).reduce<readonly Situation[]>(
    (all, [name, words]) => all.flatMap((situation) => words.map((word) => ({ ...situation, [name]: word }))),
    [{}],
  );
}

/** The same of several objects. */
export function on(objects: readonly string[], ...shown: readonly string[]): Line['shows'] {
  return Object.fromEntries(objects.map((name) => [name, shown]));
}

/** What a matrix comes to. */
export interface Outcome {
  /** Cells that are not as the table says. */
  readonly wrong: readonly string[];
  /** Lines that opened nothing in any situation. */
  readonly idle: readonly ClauseId[];
}

/** Looks at every governed coordinate of every object, in every situation. */
export function lookAt(
  situations: readonly Situation[],
  objects: Objects,
  table: readonly Line[],
  { rulesetIn, asked }: { rulesetIn: (of: Situation) => Ruleset; asked: (of: Situation) => Asked },
): Outcome {
  const wrong: string[] = [];
  const used = new Set<Line>();
  for (const situation of situations) {
    const { originator, recipient, purpose } = asked(situation);
    const sight = sightOf(rulesetIn(situation).grant(recipient, purpose), originator);
    const lines = table.filter(({ when }) => covers(when, situation));
    for (const [name, row] of Object.entries(objects)) {
      const seen = seenOf(row, sight);
      wrong.push(...differences(seen, name, lines).map((difference) => `${inWords(situation)}: ${difference}`));
      lines.filter(({ shows }) => shows[name]?.some((what) => seen.has(what))).forEach((line) => used.add(line));
    }
  }
  const idle = table.filter((line) => !used.has(line)).map(({ clause }) => clause);
  return { wrong: wrong.slice(0, MOST_TOLD), idle };
}

/** What is seen, and the clauses that show it; of what is only found by a field, none is known. */
type Seen = ReadonlyMap<string, readonly ClauseId[]>;

function covers(when: Line['when'], situation: Situation): boolean {
  return Object.entries(when).every(([dimension, words]) => words.includes(situation[dimension] ?? ''));
}

function differences(seen: Seen, object: string, lines: readonly Line[]): readonly string[] {
  const said = new Set(lines.flatMap(({ shows }) => shows[object] ?? []));
  const expected = new Set([...said].filter((what) => isField(what) || !said.has(what.slice(FOUND_BY.length))));
  const leaked = [...seen.keys()].filter((what) => !expected.has(what));
  const missing = [...expected].filter((what) => !seen.has(what));
  const unnamed = lines.flatMap(({ clause, shows }) =>
    (shows[object] ?? []).filter((what) => isField(what) && seen.get(what)?.includes(clause) === false),
  );
  return [
    ...leaked.map((what) => `${object}: ${what} is open by ${seen.get(what)?.join(' ')}`),
    ...missing.map((what) => `${object}: ${what} is closed`),
    ...unnamed.map((what) => `${object}: ${what} is not open by the clause of the table`),
  ];
}

function isField(what: string): boolean {
  return /^[A-Z][A-Za-z]*\.\w+$/.test(what);
}

/** What a grant may show of an originator's objects: cells and disclosures of hits that are not closed on every row. */
type Sight = ReadonlyMap<EntityType, { readonly cells: readonly Cell[]; readonly hits: Iterable<[string, Condition]> }>;

function sightOf(grant: Grant, originator: string): Sight {
  return new Map(
    ENTITY_TYPES.map((family) => {
      const cells = coordinatesOf(contract, family).map((coordinate) => grant.cell(originator, coordinate));
      const { FULL: _shown, ...hits } = grant.levels(originator, family);
      return [
        family,
        {
          cells: cells.filter((cell) => [cell.rows, foundAnyhow(cell), cell.silent].some((rows) => rows !== NEVER)),
          hits: Object.entries(hits).filter(([, rows]) => rows !== NEVER),
        },
      ];
    }),
  );
}

function seenOf(row: Objects[string], sight: Sight): Seen {
  const seen = new Map<string, readonly ClauseId[]>();
  const { cells, hits } = sight.get(row.type)!;
  for (const cell of cells) {
    const { coordinate } = cell;
    const treatment = treatmentOn(cell, row);
    if (treatment) seen.set(treatment === 'full' ? coordinate : `${coordinate} ${treatment}`, cell.shares);
    else if (evaluate(foundAnyhow(cell), row) === true) seen.set(`${FOUND_BY}${coordinate}`, []);
    if (evaluate(cell.silent, row) === true) seen.set(`silently found by ${coordinate}`, []);
  }
  for (const [level, rows] of hits) if (evaluate(rows, row) === true) seen.set(level, []);
  return seen;
}

function inWords(situation: Situation): string {
  return Object.values(situation).join(', ');
}
