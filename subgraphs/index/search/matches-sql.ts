import type { Condition } from '../../../policy/condition/condition.ts';
import { keyOf } from '../../../policy/condition/condition.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import { POINTER_TYPES, type Family } from '../columns.ts';
import { conditionSql } from '../sql/condition.ts';
import { FALSE, and, or, raw, sql, type Sql } from '../sql/fragments.ts';
import { pointerPlace, subjectPlace, type Place } from '../sql/place.ts';
import { subjectSql } from '../sql/subject.ts';
import { entriesSql } from './entries-sql.ts';
import { isSubjectType, type SubjectType } from '../subjects.ts';
import { sourcesSought, typeOf, type Sought } from './sought.ts';

/** Originators, and on which rows an entry of a source leads to a pointer of theirs. */
export interface Finding {
  readonly originators: readonly string[];
  readonly rows: (source: SelectorSource) => Condition;
  /** Those of them on which it is the originator that is told. */
  readonly silent: (source: SelectorSource) => Condition;
}

/**
 * What is sought, and the pointers that it leads to: `(term, id, relevance, silent)`, a term being the place of what is
 * sought. The relevance is what the best subject has in common with it: the weights of the features that agree.
 *
 * INVARIANT: an entry leads to a pointer only where the subject that it is of, within that pointer, may be found by the
 * field that it stands in. One that may not is as if it were not there: it adds to no relevance.
 */
export function matchesSql(sought: readonly Sought[], family: Family, findings: readonly Finding[]): Sql {
  const sources = sourcesSought(sought, family);
  const decided = (which: 'rows' | 'silent') => ledSql(sources, findings, which, family);
  return sql`
    SELECT term, id, max(weight) AS relevance, bool_or(silent) AS silent FROM (
      SELECT term, id, subject, least, sum(weight)::int AS weight, bool_or(silent) AS silent FROM (
        SELECT entry.term, pointed.id, entry.subject, entry.least, entry.feature, entry.weight,
          bool_or(${decided('silent')}) AS silent
        FROM (${entriesSql(sought)}) AS entry
        CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = entry.pointer LIMIT 1) AS pointed
        CROSS JOIN LATERAL ${subjectSql(sql`entry.subject`)} AS subject_of
        WHERE pointed.type = ${raw(`'${POINTER_TYPES[family]}'`)} AND (${decided('rows')})
        GROUP BY entry.term, pointed.id, entry.subject, entry.least, entry.feature, entry.weight
      ) AS feature GROUP BY term, id, subject, least
    ) AS of_subject WHERE weight >= least GROUP BY term, id`;
}

/**
 * Whether an `entry` of one of these sources leads to a pointer: over the pointer's columns, and those of the subject that
 * the entry is of.
 */
export function ledSql(
  sources: readonly SelectorSource[],
  findings: readonly Finding[],
  which: 'rows' | 'silent',
  family: Family,
): Sql {
  return or(findings.map((finding) => and([among(finding), bySource(sources, finding[which], family)])));
}

/** Sources of which the same is said, in one place, are asked together. */
function bySource(
  sources: readonly SelectorSource[],
  rows: (source: SelectorSource) => Condition,
  family: Family,
): Sql {
  const alike = new Map<string, { condition: Condition; place: Place; numbers: number[] }>();
  for (const source of sources) {
    const type = typeOf(source.coordinate);
    const condition = rows(source);
    const of = isSubjectType(type) ? type : 'pointer';
    const known = alike.get(of + keyOf(condition)) ?? { condition, place: placeOf(of, family), numbers: [] };
    alike.set(of + keyOf(condition), { ...known, numbers: [...known.numbers, source.number] });
  }
  const asked = [...alike.values()].map(({ condition, place, numbers }) => ({
    numbers,
    holds: conditionSql(condition, place),
  }));
  const open = asked.filter(({ holds }) => holds !== FALSE);
  return or(open.map(({ numbers, holds }) => and([sql`entry.source = ANY(${numbers}::smallint[])`, holds])));
}

function placeOf(type: SubjectType | 'pointer', family: Family): Place {
  return type === 'pointer' ? pointerPlace(family) : subjectPlace(type, family);
}

function among({ originators }: Finding): Sql {
  return sql`originator = ANY(${[...originators]}::text[])`;
}
