import { purposes, selfAndWider } from '../../../schema/purposes.ts';
import type { Grant } from '../../../policy/grant.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import { ENTITY_TYPES } from '../../../schema/contract.ts';
import type { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import type { IndexRequest } from '../request.ts';
import { hitOf, type HitRow } from '../search/hit.ts';
import { and, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { LeadStatus, SeenLead } from './lead.ts';
import type { LeadRule } from './rules.ts';
import { leadingAudiences, otherCaseSql } from './shared-sql.ts';

/** Where leads are read. */
export type Readable = PrismaClient | Prisma.TransactionClient;

/** Which leads are asked for. */
export interface LeadFilter {
  readonly status?: readonly LeadStatus[] | undefined;
  readonly rules?: readonly LeadRule[] | undefined;
  readonly district?: string | undefined;
  readonly originators?: readonly string[] | undefined;
  /** Those that the viewer's agency entered for others, in the place of its own. */
  readonly entered: boolean;
}

/** A page of leads, the newest first; undefined: the viewer may see no lead of the id after which to go on. */
export async function listLeads(
  request: IndexRequest,
  filter: LeadFilter,
  { after, most }: { readonly after: string | undefined; readonly most: number },
): Promise<readonly SeenLead[] | undefined> {
  const place = after === undefined ? undefined : await findLead(request.database, request, after);
  if (after !== undefined && !place) return undefined;
  const beyond = place ? sql`(lead.arrived, lead.id) < (${place.arrived}::bigint, ${place.id}::uuid)` : raw('TRUE');
  const rows = await request.database.$queryRaw<LeadRow[]>(
    leadsSql(request, filter.entered, and([filterSql(filter, answeredSql(request, filter.entered)), beyond]), most),
  );
  return rows.map(seenIn);
}

/** A lead, if the viewer may see it: one of the own agency, or that it entered. */
export async function findLead(database: Readable, request: IndexRequest, id: string): Promise<SeenLead | undefined> {
  for (const entered of [false, true]) {
    const [row] = await database.$queryRaw<LeadRow[]>(leadsSql(request, entered, sql`lead.id = ${id}::uuid`, 1));
    if (row) return seenIn(row);
  }
  return undefined;
}

function filterSql({ status, rules, district, originators }: LeadFilter, answered: Sql): Sql {
  return and([
    status ? sql`CASE WHEN ${answered} THEN lead.status ELSE 'NEW' END = ANY(${[...status]}::text[])` : raw('TRUE'),
    rules ? sql`lead.rule = ANY(${[...rules]}::text[])` : raw('TRUE'),
    originators ? sql`lead.contributor = ANY(${[...originators]}::text[])` : raw('TRUE'),
    district === undefined ? raw('TRUE') : sql`(lead.district = ${district} OR ${district} = ANY(own.districts))`,
  ]);
}

/** INVARIANT: what may not be seen is passed over where it lies: it is in no page, and moves none. */
function leadsSql(request: IndexRequest, entered: boolean, where: Sql, most: number): Sql {
  const { agency } = request.caller.viewer;
  const audiences = leadingAudiences(request);
  const leading = audiences.flatMap(({ originators }) => originators);
  const found = sql`lead.contributor = ANY(${leading}::text[]) AND told.id IS NOT NULL`;
  const whose = entered
    ? sql`lead.contributor = ${agency} AND lead.rule = 'TIP'`
    : and([sql`lead.agency = ${agency}`, or([found, tipSql(request)])]);
  const answered = answeredSql(request, entered);
  return sql`
    SELECT lead.id::text AS lead_id, lead.arrived::text AS lead_arrived, lead.rule AS lead_rule,
      lead.agency AS lead_agency, lead.contributor AS lead_contributor, CASE WHEN ${answered} THEN lead.status ELSE 'NEW' END AS lead_status,
      CASE WHEN ${answered} THEN lead.reason END AS lead_reason, CASE WHEN ${answered} THEN lead.outcome END AS lead_outcome,
      CASE WHEN ${answered} THEN lead.answered_at END AS lead_answered_at,
      lead.district AS lead_district, lead.area AS lead_area,
      lead.words AS lead_words, lead.sought AS lead_sought, lead.own_case::text AS lead_own_case,
      own.districts AS own_districts, told.*,
      (SELECT jsonb_agg(jsonb_build_object('status', theirs.status, 'reason', theirs.reason, 'outcome', theirs.outcome,
        'answeredAt', theirs.answered_at) ORDER BY theirs.answered_at)
        FROM lead AS theirs WHERE theirs.own_case = lead.other_case AND theirs.other_case = lead.own_case
          AND theirs.rule = lead.rule AND theirs.status <> 'NEW') AS lead_feedback,
      (SELECT jsonb_agg(jsonb_build_object('id', entry.id, 'at', entry.at, 'event', entry.event, 'agency', entry.agency,
        'officer', entry.officer, 'reason', entry.reason, 'outcome', entry.outcome, 'remark', entry.remark)
        ORDER BY entry.arrived) FROM lead_entry AS entry WHERE entry.lead = lead.id AND (entry.agency = ${agency} OR ${answered})) AS lead_history
    FROM lead
    LEFT JOIN LATERAL (SELECT blinds, districts FROM pointer WHERE pointer.id = lead.own_case LIMIT 1) AS own ON TRUE
    LEFT JOIN LATERAL (${otherCaseSql(audiences)}) AS told
      ON lead.contributor = ANY(${leading}::text[])
    WHERE ${whose} AND ${where} ORDER BY lead.arrived DESC, lead.id DESC LIMIT ${most}::int`;
}

/**
 * Whether what the agency says of a lead may be read. Whoever entered one keeps its own words, whatever becomes of the
 * agreements. What the other agency says of them is that agency's: it is told while a clause in force lets the two work
 * together in that area of crime, as it did when the lead was entered. Else the lead stands as if nobody had answered.
 */
function answeredSql({ grant, caller, agencies }: IndexRequest, entered: boolean): Sql {
  if (!entered) return raw('TRUE');
  const others = agencies.map(({ code }) => code).filter((code) => code !== caller.viewer.agency);
  const together = others.flatMap((code) => {
    const areas = [...purposes.areas.keys()].filter((area) => grant.givingClauses(code, area).length > 0);
    return areas.map((area) => `${code} ${area}`);
  });
  return sql`concat(lead.agency, ' ', lead.area) = ANY(${together}::text[])`;
}

/** A tip is read for the area of crime that it is about, where its sender shares anything with the viewer. */
function tipSql({ grant, caller, agencies }: IndexRequest): Sql {
  const areas = caller.purpose ? selfAndWider(purposes.areas, caller.purpose.area) : [];
  const sharing = agencies.map(({ code }) => code).filter((code) => obtainsFrom(code, grant));
  return sql`lead.rule = 'TIP' AND lead.area = ANY(${[...areas]}::text[]) AND lead.contributor = ANY(${sharing}::text[])`;
}

function obtainsFrom(originator: string, grant: Grant): boolean {
  return ENTITY_TYPES.some((family) => {
    const { FULL, CONTACT, EXISTS } = grant.levels(originator, family);
    return [FULL, CONTACT, EXISTS].some((rows) => rows !== NEVER);
  });
}

interface LeadRow extends HitRow {
  readonly lead_id: string;
  readonly lead_arrived: string;
  readonly lead_rule: LeadRule;
  readonly lead_agency: string;
  readonly lead_contributor: string;
  readonly lead_status: LeadStatus;
  readonly lead_reason: SeenLead['reason'];
  readonly lead_outcome: SeenLead['outcome'];
  readonly lead_answered_at: Date | null;
  readonly lead_district: string | null;
  readonly lead_area: string | null;
  readonly lead_words: string | null;
  readonly lead_sought: unknown;
  readonly lead_own_case: string | null;
  readonly own_districts: readonly string[] | null;
  readonly sources: readonly number[] | null;
  readonly lead_feedback: SeenLead['feedback'] | null;
  readonly lead_history: SeenLead['history'] | null;
  readonly novel: readonly string[] | null;
}

function seenIn(row: LeadRow): SeenLead {
  const isFound = row.lead_rule !== 'TIP';
  return {
    id: row.lead_id,
    arrived: row.lead_arrived,
    rule: row.lead_rule,
    agency: row.lead_agency,
    contributor: row.lead_contributor,
    status: row.lead_status,
    reason: row.lead_reason,
    outcome: row.lead_outcome,
    answeredAt: row.lead_answered_at?.toISOString() ?? null,
    districts: isFound ? (row.own_districts ?? []) : row.lead_district === null ? [] : [row.lead_district],
    newDistricts: row.novel ?? [],
    ownCase: row.lead_own_case,
    other: isFound ? hitOf('Case', row) : undefined,
    sources: row.sources ?? [],
    area: row.lead_area,
    words: row.lead_words,
    sought: row.lead_sought,
    feedback: row.lead_feedback ?? [],
    history: row.lead_history ?? [],
  };
}
