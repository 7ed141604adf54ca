import DataLoader from 'dataloader';
import type { Grant } from '../../../policy/grant.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import type { Family } from '../columns.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import { pointerPlace } from '../sql/place.ts';
import { isUuid } from '../text.ts';
import { audiencesOf } from './audience.ts';
import { hitOf, type Hit, type HitRow } from './hit.ts';
import { among, hitColumns, rowsSql, typeSql } from './hits-sql.ts';
import { coordinatesRead, type Search } from './search.ts';
import type { Term } from './term.ts';

/** Whose pointers are looked for, and for whom. */
export interface Looking {
  readonly database: PrismaClient;
  readonly grant: Grant;
  readonly agencies: readonly AgencyEntry[];
}

/** Loads pointers by id. INVARIANT: what is not disclosed in full is no other null than what is not there. */
export function disclosedLoader(family: Family, looking: Looking): DataLoader<string, Hit | null> {
  return new DataLoader(async (ids: readonly string[]) => {
    const wanted = ids.filter(isUuid);
    const where = sql`id = ANY(${wanted}::uuid[])`;
    const hits =
      wanted.length > 0 ? await findInFull(family, [{ coordinate: undefined, where }], raw('hit.id'), looking) : [];
    const byId = new Map(hits.map((hit) => [hit.id, hit]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}

/** Loads the contact on call of each agency: of those that may be found as such, the first by id. */
export function onCallLoader(looking: Looking): DataLoader<string, Hit | null> {
  return new DataLoader(async (codes: readonly string[]) => {
    const terms: readonly Term[] = [
      { coordinate: undefined, where: sql`originator = ANY(${[...codes]}::text[])` },
      { coordinate: 'LiaisonContact.onCall', where: sql`on_call` },
    ];
    const hits = await findInFull('LiaisonContact', terms, raw('hit.originator'), looking);
    const byCode = new Map(hits.map((hit) => [hit.originator, hit]));
    return codes.map((code) => byCode.get(code) ?? null);
  });
}

/** Pointers that are disclosed in full, the first by id of each `per`. */
async function findInFull(family: Family, terms: readonly Term[], per: Sql, looking: Looking): Promise<readonly Hit[]> {
  const { database, grant, agencies } = looking;
  const search: Search = { family, terms, sought: [], order: { by: 'id' } };
  const codes = agencies.map(({ code }) => code);
  const audiences = audiencesOf(grant, codes, family, coordinatesRead(search));
  if (audiences.length === 0) return [];
  const inFull = audiences.map((audience) =>
    and([among(audience), rowsSql(search, audience), conditionSql(audience.levels.FULL, pointerPlace(family))]),
  );
  const where = and([typeSql(family), ...terms.map((term) => term.where), or(inFull)]);
  const rows = await database.$queryRaw<HitRow[]>(sql`
    SELECT DISTINCT ON (${per}) ${hitColumns(family)}
    FROM (SELECT *, 'FULL' AS disclosure, NULL::date AS key FROM pointer WHERE ${where}) AS hit ORDER BY ${per}, hit.id`);
  return rows.map((row) => hitOf(family, row));
}
