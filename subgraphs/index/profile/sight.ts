import { shownInFull } from '../../../policy/cell.ts';
import type { Condition } from '../../../policy/condition/condition.ts';
import { evaluate, type Row } from '../../../policy/condition/evaluate.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import type { Hit } from '../search/hit.ts';
import { coordinatesBehind } from '../search/sought.ts';
import { SUBJECT_TYPES } from '../subjects.ts';
import type { Held } from './held.ts';

/** A record or a case, or one of its subjects, as conditions read it. */
export function rowOf({ hit, subjects }: Pick<Held, 'hit' | 'subjects'>, place: number | null): Row {
  const around: Row = { type: hit.family, labels: hit.labels };
  const subject = place === null ? undefined : subjects[place];
  if (!subject) return around;
  const { type, id, labels } = subject;
  return { type: SUBJECT_TYPES[type], labels: { ...labels, reference: id }, enclosing: around };
}

/** Whether the viewer may find a row by what stands in a source of it. */
export function isFoundBy(source: SelectorSource, row: Row, { originator }: Hit, grant: Grant): boolean {
  return holds(source, (coordinate) => grant.cell(originator, coordinate).match, row);
}

/** Whether the viewer is shown, as it is, all of what the selectors in a source are made of. */
export function isShownBy(source: SelectorSource, row: Row, { originator }: Hit, grant: Grant): boolean {
  return holds(source, (coordinate) => shownInFull(grant.cell(originator, coordinate)), row);
}

/** Whether the viewer is shown that a record or a case is about a subject: as its originator answers `subjects`. */
export function showsSubject({ family, originator, disclosure, labels }: Hit, row: Row, grant: Grant): boolean {
  if (disclosure !== 'FULL') return false;
  const { rows } = grant.cell(originator, `${family}.subjects`);
  return (
    evaluate(rows, { type: family, labels }) === true && evaluate(grant.visible(originator, row.type), row) === true
  );
}

function holds(source: SelectorSource, condition: (coordinate: Coordinate) => Condition, row: Row): boolean {
  return coordinatesBehind(source).every((coordinate) => evaluate(condition(coordinate), row) === true);
}
