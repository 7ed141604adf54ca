import type { Disclosure } from '../../../policy/rule.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { IndexRequest } from '../request.ts';
import { audiencesOf, type Audience } from '../search/audience.ts';
import { among, findingsOf, foundIn, hitColumns, rowsSql } from '../search/hits-sql.ts';
import { LEVELS } from '../search/levels.ts';
import { ledSql } from '../search/matches-sql.ts';
import { coordinatesRead, type Search } from '../search/search.ts';
import { SELECTOR_FIELDS, sourcesSought } from '../search/sought.ts';
import { pointerPlace } from '../sql/place.ts';
import { subjectSql } from '../sql/subject.ts';
import { COMMON } from './common-sql.ts';
import { novelSql } from './novel-sql.ts';
import { MOST_ENTRIES, tellingSql } from './telling-sql.ts';

/** As if somebody searched cases by every selector: what a lead tells is what such a search would. */
const SEARCH: Search = {
  family: 'Case',
  terms: [],
  sought: Object.values(SELECTOR_FIELDS).map((kind) => ({ kind, tokens: [] })),
  order: { by: 'id' },
};

const SOURCES = sourcesSought(SEARCH.sought, 'Case');
const DISTRICTS = 'Case.districts';

/**
 * The other case of `lead`, of which the agency's own is `own`, where its viewer may be led there: a hit, with the
 * `sources` by which, and the districts that are new. No row: the viewer may not know of it, or it is no longer so.
 *
 * INVARIANT: it is decided by the grant, on the other case and its subjects as they are now. What may not be searched by
 * is as if it were not there: it adds to nothing that two names have in common, to no rule, and makes no district known.
 * INVARIANT: at each level only what is told at that level counts: of a case that is shown, what is shown with it; of one
 * that is only said to exist, what clauses say so of.
 */
export function otherCaseSql(audiences: readonly Audience[]): Sql {
  return sql`
    SELECT ${hitColumns('Case')}, sources, novel FROM (
      SELECT pointed.*, NULL::date AS key, agreed.level AS disclosure, agreed.sources, agreed.novel
      FROM (SELECT * FROM pointer WHERE pointer.id = lead.other_case LIMIT 1) AS pointed
      CROSS JOIN LATERAL (
        SELECT array_agg(blind) AS blinds
        FROM (SELECT unnest(own.blinds) AS blind INTERSECT SELECT unnest(pointed.blinds)) AS shared
        WHERE ${tellingSql(raw('shared.blind'), raw('lead.contributor'))}
          AND ${tellingSql(raw('shared.blind'), raw('lead.agency'))}) AS common
      CROSS JOIN LATERAL (${agreedSql(audiences)}) AS agreed
      WHERE originator = lead.contributor AND ${byLevel((level) => isTold(level, audiences))}
      ORDER BY array_position(${[...LEVELS]}::text[], agreed.level) LIMIT 1
    ) AS hit`;
}

/** For each level: what those subjects of the two cases have in common that are taken for one, and what is new of it. */
function agreedSql(audiences: readonly Audience[]): Sql {
  return sql`
    SELECT level, bool_or(selector) AS selector, bool_or(organization) AS organization,
      array_agg(DISTINCT said.source ORDER BY said.source) FILTER (WHERE said.source IS NOT NULL) AS sources,
      array_agg(DISTINCT said.district ORDER BY said.district) FILTER (WHERE said.district IS NOT NULL) AS novel
    FROM (${metSql(audiences)}) AS of_subjects
    CROSS JOIN LATERAL (
      SELECT source, NULL::text AS district FROM unnest(of_sources) AS source
      UNION ALL ${novelSql(raw('of_blinds'), raw('pointed.districts'))}) AS said
    WHERE selector OR organization GROUP BY level`;
}

/** Whether the case may be told of at a level, and the rule of the lead holds by what is told there. */
function isTold(level: Disclosure, audiences: readonly Audience[]): Sql {
  const rows = audiences.map((audience) => and([among(audience), rowsSql(SEARCH, audience, [level])]));
  const rule = sql`CASE lead.rule
    WHEN 'SHARED_SELECTOR' THEN agreed.selector
    WHEN 'SHARED_ORGANIZATION' THEN agreed.organization
    ELSE agreed.novel IS NOT NULL AND (${byDistrictSql(level, audiences)}) END`;
  return and([or(rows), rule]);
}

/** A lead to a new district tells of where a case is, as a search by districts does. */
function byDistrictSql(level: Disclosure, audiences: readonly Audience[]): Sql {
  return or(
    audiences.map((audience) =>
      and([among(audience), conditionSql(foundIn(audience.cells, level, DISTRICTS), pointerPlace('Case'))]),
    ),
  );
}

/** Agencies of which a viewer may be led to any case, by the grant alone. */
export function leadingAudiences({ grant, caller, agencies }: IndexRequest): readonly Audience[] {
  const codes = agencies.map(({ code }) => code).filter((code) => code !== caller.viewer.agency);
  return audiencesOf(grant, codes, 'Case', [...coordinatesRead(SEARCH), DISTRICTS]);
}

/** By level, subject of the own case and of the other one: what they have in common that the viewer may search by. */
function metSql(audiences: readonly Audience[]): Sql {
  const findings = findingsOf(audiences, 'Case');
  const led = LEVELS.map((level) => sql`(${level}::text, ${ledSql(SOURCES, findings, level, 'Case')})`);
  return sql`
    SELECT level, own_subject, subject, array_agg(DISTINCT source) AS of_sources, array_agg(DISTINCT blind) AS of_blinds,
      ${COMMON} FROM (
      SELECT DISTINCT at.level, entry.own_subject, entry.subject, entry.source, entry.blind
      FROM unnest(common.blinds) AS shared (blind)
      CROSS JOIN LATERAL (
        SELECT theirs.blind, theirs.source, theirs.subject, ours.subject AS own_subject
        FROM selector AS theirs, selector AS ours
        WHERE theirs.blind = shared.blind AND theirs.originator = lead.contributor AND theirs.pointer = lead.other_case
          AND ours.blind = shared.blind AND ours.originator = lead.agency AND ours.pointer = lead.own_case
        LIMIT ${MOST_ENTRIES}::int) AS entry
      CROSS JOIN LATERAL ${subjectSql(sql`entry.subject`)} AS subject_of
      CROSS JOIN LATERAL (VALUES ${join(led)}) AS at (level, is_led)
      WHERE at.is_led
    ) AS agreeing GROUP BY level, own_subject, subject`;
}

function byLevel(holds: (level: Disclosure) => Sql): Sql {
  return sql`CASE agreed.level ${join(
    LEVELS.map((level) => sql`WHEN ${level} THEN ${holds(level)}`),
    ' ',
  )} END`;
}
