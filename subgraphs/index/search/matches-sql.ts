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
  /** Those of them on which the entry stands in fields that are shown in full. */
  readonly shown: (source: SelectorSource) => Condition;
  /** The pointers of which it is shown which subjects they have. */
  readonly linked: Condition;
  /** Those of them on which it is the originator that is told. */
  readonly silent: (source: SelectorSource) => Condition;
}

/**
 * What is sought, and the pointers that it leads to: `(term, id, relevance, shown, silent)`, a term being the place of what
 * is sought. The relevance is what the best subject has in common with it: the weights of the features that agree. `shown`
 * is the same by fields alone that are shown in full; NULL: these do not lead there.
 *
 * INVARIANT: an entry leads to a pointer only where the subject that it is of, within that pointer, may be found by the
 * field that it stands in. One that may not is as if it were not there: it adds to no relevance.
 */
export function matchesSql(sought: readonly Sought[], family: Family, findings: readonly Finding[]): Sql {
  const sources = sourcesSought(sought, family);
  const whose = [...new Set(findings.flatMap(({ originators }) => originators))];
  const decided = (which: Decided) => ledSql(sources, findings, which, family);
  return sql`
    SELECT term, id, max(weight) AS relevance, max(shown) FILTER (WHERE shown >= least) AS shown, bool_or(silent) AS silent FROM (
      SELECT term, id, subject, least, sum(weight)::int AS weight, sum(weight) FILTER (WHERE shown)::int AS shown,
        bool_or(silent) AS silent FROM (
        SELECT entry.term, pointed.id, entry.subject, entry.least, entry.feature, entry.weight,
          bool_or(${decided('shown')}) AS shown, bool_or(${decided('silent')}) AS silent
        FROM (${entriesSql(sought, whose)}) AS entry
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
  which: Decided,
  family: Family,
): Sql {
  return or(findings.map((finding) => and([among(finding), bySource(sources, finding, which, family)])));
}

/** What is decided of an entry: that it leads to the pointer, does so by what is shown, or tells the originator. */
type Decided = 'rows' | 'shown' | 'silent';

/**
 * Sources of which the same is said, in one place, are asked together. A subject's field that is shown leads to a record that
 * is shown only where it is, too, that the record has that subject.
 */
function bySource(sources: readonly SelectorSource[], finding: Finding, which: Decided, family: Family): Sql {
  const shownOf = (condition: Condition, place: Place) =>
    and([conditionSql(condition, place), conditionSql(finding.linked, pointerPlace(family))]);
  const alike = new Map<string, { condition: Condition; place: Place; numbers: number[] }>();
  for (const source of sources) {
    const type = typeOf(source.coordinate);
    const condition = finding[which](source);
    const of = isSubjectType(type) ? type : 'pointer';
    const known = alike.get(of + keyOf(condition)) ?? { condition, place: placeOf(of, family), numbers: [] };
    alike.set(of + keyOf(condition), { ...known, numbers: [...known.numbers, source.number] });
  }
  const asked = [...alike].map(([key, { condition, place, numbers }]) => ({
    numbers,
    holds: which === 'shown' && !key.startsWith('pointer') ? shownOf(condition, place) : conditionSql(condition, place),
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
