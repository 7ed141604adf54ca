import { TREATMENTS, type Coordinate } from '../../schema/contract.ts';
import { foundAnyhow, type Cell } from '../cell.ts';
import { allOf, anyOf, type Condition } from '../condition/condition.ts';
import type { Grant } from '../grant.ts';
import { changeOfRows, type ChangeKind } from './rows.ts';

/** What of a field, or of a whole record or case, may change. */
export type Aspect = 'shown' | 'found' | 'CONTACT' | 'EXISTS' | 'SILENT';

/** One change of one field for one question. */
export interface Change {
  readonly aspect: Aspect;
  readonly kind: ChangeKind;
}

/** What changes of a field between two grants: how it is shown, and whether objects are found by it. */
export function fieldChanges(originator: string, field: Coordinate, old: Grant, now: Grant): readonly Change[] {
  const [before, after] = [old.cell(originator, field), now.cell(originator, field)];
  const shown = shownChange(before, after);
  const found = foundChange(before, after);
  const silent = changeOf('SILENT', before.silent, after.silent);
  return [
    ...(shown ? [shown] : []),
    ...(found && found.kind !== shown?.kind ? [found] : []),
    ...(silent ? [silent] : []),
  ];
}

/** What changes of whole records or cases: whether a search tells that they exist. */
export function objectChanges(
  originator: string,
  family: 'Record' | 'Case',
  old: Grant,
  now: Grant,
): readonly Change[] {
  const [before, after] = [old.levels(originator, family), now.levels(originator, family)];
  const levels = ['CONTACT', 'EXISTS', 'SILENT'] as const;
  return levels.flatMap((level) => changeOf(level, before[level], after[level]) ?? []);
}

/** Objects are found by the field that were not, or no more; or more, or less, is told of those that are. */
function foundChange(before: Cell, after: Cell): Change | undefined {
  const told = (['CONTACT', 'EXISTS'] as const).map((level) => changeOfRows(before.told[level], after.told[level]));
  const kind = changeOfRows(foundAnyhow(before), foundAnyhow(after)) ?? together(told);
  return kind && { aspect: 'found', kind };
}

function changeOf(aspect: Aspect, before: Condition, after: Condition): Change | undefined {
  const kind = changeOfRows(before, after);
  return kind && { aspect, kind };
}

/** A treatment shows what every more closed one would: shown at all, shown at least generalised, shown in full. */
function shownChange(before: Cell, after: Cell): Change | undefined {
  const all = changeOfRows(before.rows, after.rows);
  const kinds = [all, ...TREATMENTS.slice(0, -1).map((_, most) => changeOfRows(upTo(before, most), upTo(after, most)))];
  const kind = all === 'opens' || all === 'closes' ? all : together(kinds);
  return kind && { aspect: 'shown', kind };
}

function upTo({ rows: shown, treatments }: Cell, most: number): Condition {
  const which: readonly string[] = TREATMENTS.slice(0, most + 1);
  const open = treatments.filter(({ treatment }) => which.includes(treatment));
  return allOf([anyOf(open.map(({ rows }) => rows)), shown]);
}

/** More for one treatment and less for another is neither more nor less. */
function together(kinds: readonly (ChangeKind | undefined)[]): ChangeKind | undefined {
  const said = new Set(kinds.filter((kind) => kind !== undefined));
  if (said.size === 0) return undefined;
  if ([...said].every((kind) => kind === 'opens' || kind === 'widens')) return 'widens';
  return [...said].every((kind) => kind === 'closes' || kind === 'narrows') ? 'narrows' : 'differs';
}
