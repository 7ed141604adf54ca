import { foundAt } from '../../../policy/cell.ts';
import { evaluate, type Row } from '../../../policy/condition/evaluate.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { Disclosure } from '../../../policy/rule.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import { linkOf } from '../search/audience.ts';
import type { Hit } from '../search/hit.ts';
import { LEVELS } from '../search/levels.ts';
import { coordinatesBehind } from '../search/sought.ts';
import { SUBJECT_TYPES } from '../subjects.ts';
import type { Held } from './held.ts';

/** A record or a case, or one of its subjects, as conditions read it. */
export function rowOf({ hit, subjects }: Pick<Held, 'hit' | 'subjects'>, place: number | null): Row {
  const around = aroundOf(hit);
  const subject = place === null ? undefined : subjects[place];
  if (!subject) return around;
  const { type, id, labels } = subject;
  return { type: SUBJECT_TYPES[type], labels: { ...labels, reference: id }, enclosing: around };
}

/**
 * At which level the viewer is told of a record or a case where they search by what stands in a source of it, or of a subject
 * of it, alone; undefined: they do not find it.
 */
export function levelBy(source: SelectorSource, row: Row, hit: Hit, grant: Grant): Disclosure | undefined {
  const levels = grant.levels(hit.originator, hit.family);
  return LEVELS.find(
    (level) =>
      evaluate(levels[level], aroundOf(hit)) === true &&
      isFoundBy(level, source, row, hit, grant) &&
      (level !== 'FULL' || row.type === hit.family || isLinked(hit, row, grant)),
  );
}

/** Whether all of what the selectors in a source are made of is opened for a level. */
export function isFoundBy(
  level: Disclosure,
  source: SelectorSource,
  row: Row,
  { originator }: Hit,
  grant: Grant,
): boolean {
  return coordinatesBehind(source).every(
    (coordinate) => evaluate(foundAt(level, grant.cell(originator, coordinate)), row) === true,
  );
}

/** Whether the viewer is shown that a record or a case is about a subject: as its originator answers `subjects`. */
export function showsSubject(hit: Hit, row: Row, grant: Grant): boolean {
  return hit.disclosure === 'FULL' && isLinked(hit, row, grant);
}

function isLinked(hit: Hit, row: Row, grant: Grant): boolean {
  const { rows } = grant.cell(hit.originator, linkOf(hit.family));
  return evaluate(rows, aroundOf(hit)) === true && evaluate(grant.visible(hit.originator, row.type), row) === true;
}

function aroundOf({ family, labels }: Hit): Row {
  return { type: family, labels };
}
