import { shownInFull } from '../../../policy/cell.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import type { IndexRequest } from '../request.ts';
import { audiencesOf, type Audience } from '../search/audience.ts';
import { among, disclosureSql, findingsOf, hitColumns, rowsSql } from '../search/hits-sql.ts';
import { ledSql } from '../search/matches-sql.ts';
import { coordinatesRead, type Search } from '../search/search.ts';
import { SELECTOR_FIELDS, sourcesSought } from '../search/sought.ts';
import { conditionSql } from '../sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../sql/fragments.ts';
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
 * INVARIANT: of a case that is shown, only what is shown with it is told. What else the viewer may search by counts where
 * the case is only said to exist.
 */
export function otherCaseSql(audiences: readonly Audience[]): Sql {
  const rows = or(audiences.map((audience) => and([among(audience), rowsSql(SEARCH, audience)])));
  const told = (what: string) =>
    sql`CASE disclosure WHEN 'FULL' THEN ${raw(`shown_${what}`)} ELSE ${raw(`met_${what}`)} END`;
  return sql`
    SELECT ${hitColumns('Case')}, ${told('sources')} AS sources, ${told('novel')} AS novel FROM (
      SELECT pointed.*, NULL::date AS key, ${disclosedSql(audiences, ruleSql('shown', audiences))} AS disclosure,
        ${ruleSql('met', audiences)} AS is_met, met.sources AS met_sources, shown.sources AS shown_sources,
        met.novel AS met_novel, shown.novel AS shown_novel
      FROM (SELECT * FROM pointer WHERE pointer.id = lead.other_case LIMIT 1) AS pointed
      CROSS JOIN LATERAL (
        SELECT array_agg(blind) AS blinds
        FROM (SELECT unnest(own.blinds) AS blind INTERSECT SELECT unnest(pointed.blinds)) AS shared
        WHERE ${tellingSql(raw('shared.blind'), raw('lead.contributor'))}
          AND ${tellingSql(raw('shared.blind'), raw('lead.agency'))}) AS common
      CROSS JOIN LATERAL (${agreedSql(audiences, 'rows')}) AS met
      CROSS JOIN LATERAL (${agreedSql(audiences, 'shown')}) AS shown
      WHERE originator = lead.contributor AND (${rows})
    ) AS hit WHERE disclosure = 'FULL' OR (disclosure IS NOT NULL AND is_met)`;
}

/** What those subjects of the two cases have in common that are taken for one, and what is new of it. */
function agreedSql(audiences: readonly Audience[], which: 'rows' | 'shown'): Sql {
  return sql`
    SELECT bool_or(selector) AS selector, bool_or(organization) AS organization,
      array_agg(DISTINCT said.source ORDER BY said.source) FILTER (WHERE said.source IS NOT NULL) AS sources,
      array_agg(DISTINCT said.district ORDER BY said.district) FILTER (WHERE said.district IS NOT NULL) AS novel
    FROM (${metSql(audiences, which)}) AS of_subjects
    CROSS JOIN LATERAL (
      SELECT source, NULL::text AS district FROM unnest(of_sources) AS source
      UNION ALL ${novelSql(raw('of_blinds'), raw('pointed.districts'))}) AS said
    WHERE selector OR organization`;
}

/** Whether the rule of the lead holds by what was met, or by what of it is shown in full. */
function ruleSql(of: 'met' | 'shown', audiences: readonly Audience[]): Sql {
  const [selector, organization] = [raw(`${of}.selector`), raw(`${of}.organization`)];
  return sql`CASE lead.rule
    WHEN 'SHARED_SELECTOR' THEN ${selector}
    WHEN 'SHARED_ORGANIZATION' THEN ${organization}
    ELSE ${raw(`${of}.novel`)} IS NOT NULL AND (${byDistrictSql(audiences, of)}) END`;
}

/** Agencies of which a viewer may be led to any case, by the grant alone. */
export function leadingAudiences({ grant, caller, agencies }: IndexRequest): readonly Audience[] {
  const codes = agencies.map(({ code }) => code).filter((code) => code !== caller.viewer.agency);
  return audiencesOf(grant, codes, 'Case', [...coordinatesRead(SEARCH), DISTRICTS]);
}

/** By subject of the own case and of the other one: what they have in common that the viewer may search by. */
function metSql(audiences: readonly Audience[], which: 'rows' | 'shown'): Sql {
  return sql`
    SELECT own_subject, subject, array_agg(DISTINCT source) AS of_sources, array_agg(DISTINCT blind) AS of_blinds, ${COMMON} FROM (
      SELECT DISTINCT entry.own_subject, entry.subject, entry.source, entry.blind
      FROM unnest(common.blinds) AS shared (blind)
      CROSS JOIN LATERAL (
        SELECT theirs.blind, theirs.source, theirs.subject, ours.subject AS own_subject
        FROM selector AS theirs, selector AS ours
        WHERE theirs.blind = shared.blind AND theirs.originator = lead.contributor AND theirs.pointer = lead.other_case
          AND ours.blind = shared.blind AND ours.originator = lead.agency AND ours.pointer = lead.own_case
        LIMIT ${MOST_ENTRIES}::int) AS entry
      CROSS JOIN LATERAL ${subjectSql(sql`entry.subject`)} AS subject_of
      WHERE ${ledSql(SOURCES, findingsOf(audiences, 'Case'), which, 'Case')}
    ) AS agreeing GROUP BY own_subject, subject`;
}

function disclosedSql(audiences: readonly Audience[], shown: Sql): Sql {
  if (audiences.length === 0) return raw('NULL::text');
  const cases = audiences.map(
    (audience) => sql`WHEN ${among(audience)} THEN ${disclosureSql(SEARCH, audience, shown)}`,
  );
  return sql`CASE ${join(cases, ' ')} END`;
}

/** A lead to a new district tells of where a case is, as a search by districts does. */
function byDistrictSql(audiences: readonly Audience[], of: 'met' | 'shown'): Sql {
  return or(
    audiences.map((audience) => {
      const cell = audience.cells.get(DISTRICTS);
      const found = cell ? (of === 'met' ? cell.match : shownInFull(cell)) : NEVER;
      return and([among(audience), conditionSql(found, pointerPlace('Case'))]);
    }),
  );
}
