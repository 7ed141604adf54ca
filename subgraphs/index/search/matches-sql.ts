import type { Condition } from '../../../policy/condition/condition.ts';
import { keyOf } from '../../../policy/condition/condition.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { FALSE, and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { POINTER_TYPES, type Family } from '../columns.ts';
import { pointerPlace, subjectPlace, type Place } from '../sql/place.ts';
import { subjectSql } from '../sql/subject.ts';
import { isSubjectType, type SubjectType } from '../subjects.ts';
import { entriesSql } from './entries-sql.ts';
import { sourcesSought, typeOf, type Sought } from './sought.ts';

/** Originators, and on which rows an entry of a source leads to a pointer of theirs. */
export interface Finding<Way extends string> {
  readonly originators: readonly string[];
  /** In one way or another, by name. */
  readonly ways: Readonly<Record<Way, WayOfFinding>>;
}

/** On which rows an entry leads to a pointer. */
export interface WayOfFinding {
  /** Of what the entry stands in: the subject, or the pointer itself. */
  readonly rows: (source: SelectorSource) => Condition;
  /** Of the pointer, where the entry stands in a subject. */
  readonly around: Condition;
}

/**
 * What is sought, and what it leads to: `(term, id, subject, least)` and for each way how much the subject has in common with
 * it, by entries alone that lead there in that way: the weights of the features that agree; NULL: none. A term is the place
 * of what is sought; what is less than `least` is not found.
 *
 * INVARIANT: an entry leads to a pointer only where the subject that it is of, within that pointer, may be found by the
 * field that it stands in. One that may not is as if it were not there: it adds to nothing.
 */
export function bySubjectSql<Way extends string>(
  sought: readonly Sought[],
  family: Family,
  ways: readonly Way[],
  findings: readonly Finding<Way>[],
): Sql {
  const sources = sourcesSought(sought, family);
  const whose = [...new Set(findings.flatMap(({ originators }) => originators))];
  const led = join(ways.map((way) => sql`(${ledSql(sources, findings, way, family)}) AS ${column(way)}`));
  const each = (of: (name: string) => string) => raw(ways.map((way) => of(`"${way}"`)).join(', '));
  return sql`
    SELECT term, id, subject, least, ${each((name) => `sum(weight) FILTER (WHERE ${name})::int AS ${name}`)} FROM (
      SELECT entry.term, pointed.id, entry.subject, entry.least, entry.feature, entry.weight,
        ${each((name) => `bool_or(led.${name}) AS ${name}`)}
      FROM (${entriesSql(sought, whose)}) AS entry
      CROSS JOIN LATERAL (SELECT * FROM pointer WHERE pointer.id = entry.pointer LIMIT 1) AS pointed
      CROSS JOIN LATERAL ${subjectSql(sql`entry.subject`)} AS subject_of
      CROSS JOIN LATERAL (SELECT ${led} OFFSET 0) AS led
      WHERE pointed.type = ${raw(`'${POINTER_TYPES[family]}'`)} AND (${or(ways.map((way) => sql`led.${column(way)}`))})
      GROUP BY entry.term, pointed.id, entry.subject, entry.least, entry.feature, entry.weight
    ) AS feature GROUP BY term, id, subject, least`;
}

/**
 * Whether an `entry` of one of these sources leads to a pointer in a way: over the pointer's columns, and those of the
 * subject that the entry is of.
 */
export function ledSql<Way extends string>(
  sources: readonly SelectorSource[],
  findings: readonly Finding<Way>[],
  way: Way,
  family: Family,
): Sql {
  return or(findings.map((finding) => and([among(finding), bySource(sources, finding.ways[way], family)])));
}

/** Sources of which the same is said, in one place, are asked together. */
function bySource(sources: readonly SelectorSource[], { rows, around }: WayOfFinding, family: Family): Sql {
  const alike = new Map<string, { condition: Condition; of: SubjectType | 'pointer'; numbers: number[] }>();
  for (const source of sources) {
    const type = typeOf(source.coordinate);
    const condition = rows(source);
    const of = isSubjectType(type) ? type : 'pointer';
    const known = alike.get(of + keyOf(condition)) ?? { condition, of, numbers: [] };
    alike.set(of + keyOf(condition), { ...known, numbers: [...known.numbers, source.number] });
  }
  const asked = [...alike.values()].map(({ condition, of, numbers }) => {
    const holds = conditionSql(condition, placeOf(of, family));
    const isLed =
      of === 'pointer' || holds === FALSE ? holds : and([holds, conditionSql(around, pointerPlace(family))]);
    return { numbers, isLed };
  });
  const open = asked.filter(({ isLed }) => isLed !== FALSE);
  return or(open.map(({ numbers, isLed }) => and([sql`entry.source = ANY(${numbers}::smallint[])`, isLed])));
}

function placeOf(type: SubjectType | 'pointer', family: Family): Place {
  return type === 'pointer' ? pointerPlace(family) : subjectPlace(type, family);
}

function column(way: string): Sql {
  return raw(`"${way}"`);
}

function among({ originators }: Finding<string>): Sql {
  return sql`originator = ANY(${[...originators]}::text[])`;
}
