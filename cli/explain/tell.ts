import type { Explanation, QuietClause, SpeakingClause } from '../../policy/explain/explain.ts';
import { ALWAYS, type Condition } from '../../policy/condition/condition.ts';
import { inWords, type Phrases } from '../../policy/condition/in-words.ts';
import type { Openness } from '../../policy/matrix.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { ClauseText } from '../clause-texts.ts';
import { STATES, stateOf } from '../matrix/states.ts';
import type { Mark, Terminal } from '../terminal.ts';

/** What an explanation is told with. */
export interface Telling {
  /** `Record.narrative of ICE, for analyst of DEA, …`. */
  readonly asked: string;
  readonly texts: ReadonlyMap<ClauseId, ClauseText>;
  readonly phrases: Phrases;
  /** What would have to be otherwise, each way by itself. */
  readonly changes: readonly string[];
}

/** Tells whether a field is shown, by which clauses, what keeps others from it, and what would have to change. */
export function tell(explanation: Explanation, telling: Telling, { print, mark }: Terminal): void {
  const { cell, speaking, quiet } = explanation;
  const state = stateOf(cell);
  print(`${mark('strong', telling.asked)}:`);
  print(mark(MARKS[cell.disclosure], `${STATES[state].sign} ${STATES[state].meaning.replace(/; the word.*$/, '')}`));
  if (cell.disclosure !== 'CLOSED') print(`  ${WHERE_SHOWN}`);
  tellAll('clauses that speak', speaking, (clause) => speakingLines(clause, telling), { print, mark }, telling);
  tellAll('clauses that would, but for something', quiet, quietLines, { print, mark }, telling);
  if (telling.changes.length > 0) print(`\n${mark('strong', 'it would be shown with any of these')}`);
  for (const change of telling.changes) print(`  - ${change}`);
}

const WHERE_SHOWN =
  "where a clause shares it and none withholds it, and the originator's marks and the third-party rule leave it";

const MARKS: Readonly<Record<Openness, Mark>> = { OPEN: 'good', CONDITIONAL: 'good', CLOSED: 'bad' };

function tellAll<Clause extends { readonly id: ClauseId }>(
  title: string,
  clauses: readonly Clause[],
  linesOf: (clause: Clause) => readonly string[],
  { print, mark }: Pick<Terminal, 'print' | 'mark'>,
  { texts }: Telling,
): void {
  if (clauses.length > 0) print(`\n${mark('strong', title)}`);
  for (const clause of clauses) {
    const known = texts.get(clause.id);
    print(`  ${mark('strong', clause.id)}${known ? mark('faint', ` ${known.agreement}`) : ''}`);
    if (known) print(`    "${known.text}"`);
    for (const line of linesOf(clause)) print(`    ${line}`);
  }
}

function speakingLines(clause: SpeakingClause, { phrases }: Telling): readonly string[] {
  return [`${doingOf(clause)} ${whereOf(clause.rows, phrases)}${onlyOf(clause)}`];
}

function onlyOf({ only }: SpeakingClause): string {
  return only.map((wait) => `; of those, ${NAMED[wait]}`).join('');
}

const NAMED: Readonly<Record<SpeakingClause['only'][number], string>> = {
  match: "what the viewer's staff has matched, and what is in it",
  release: 'what the originator has released for the request',
  consent: 'what the originator has consented to',
};

function whereOf(rows: Condition, phrases: Phrases): string {
  return rows === ALWAYS ? 'on every object' : `where ${inWords(rows, phrases)}`;
}

function quietLines(clause: QuietClause): readonly string[] {
  const doing = doingOf({ ...clause, treatment: 'full', override: false });
  return [`${doing.replace(/,$/, '')}, but ${clause.gaps.map(({ only }) => only).join('; ')}`];
}

/** What a clause does with the field. */
function doingOf({
  effect,
  disclosure,
  treatment,
  override,
}: Pick<SpeakingClause, 'effect' | 'disclosure' | 'treatment' | 'override'>): string {
  if (effect === 'withhold') return 'withholds';
  if (disclosure !== 'FULL') return TOLD[disclosure];
  const how = treatment === 'full' ? 'shares' : `shares it ${treatment}`;
  return override ? `${how} in spite of what others withhold` : how;
}

const TOLD = {
  CONTACT: 'tells who searches by it that there is something, and whom to call,',
  EXISTS: 'tells who searches by it that there is something, and no more,',
  SILENT: 'tells who searches by it nothing, and the originator that somebody did,',
} as const;
