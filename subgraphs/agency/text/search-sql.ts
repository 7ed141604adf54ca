import type { Condition } from '../../../policy/condition/condition.ts';
import type { TextRows } from '../../../policy/text-search.ts';
import type { TextFamily, TextField } from '../../../schema/text-search.ts';
import { conditionSql } from '../../kit/sql/condition.ts';
import { and, join, or, raw, sql, type Sql } from '../../kit/sql/fragments.ts';
import type { Place } from '../../kit/sql/place.ts';
import { CASE_PLACE } from './case-place.ts';
import { RECORD_PLACE } from './record-place.ts';

/** What is searched for. */
export interface TextSought {
  readonly text: string;
  readonly first: number;
}

/** Of more than these, which are taken by their ids, and so at random, no others are ranked. */
const MOST_RANKED = 10_000;

/** What the place of a word is worth. */
const WEIGHTS: Readonly<Record<TextField, number>> = { TITLE: 4, SYNOPSIS: 2, SUMMARY: 2, NARRATIVE: 1 };

/** A rank is a whole number, so that it is the same wherever it is compared. */
const RANK_PARTS = 100_000;

const PLACES: Readonly<Record<TextFamily, Place>> = { Record: RECORD_PLACE, Case: CASE_PLACE };

/**
 * The records, or cases, in which a text stands, the most relevant first, each with the fields in which it stands, and its
 * rank.
 * INVARIANT: a field counts, for being found as for the rank, on those that answer by it and on no other, and what
 * answers by none is left out before anything is sorted or cut off.
 */
export function textSearchSql(family: TextFamily, { text, first }: TextSought, rows: TextRows): Sql {
  const query = sql`sought_text(${text})`;
  const fields = [...rows].map(([field, condition]) => ({ field, ...fieldSql(family, field, condition, query) }));
  const places = fields.map(({ field, stands }) => sql`CASE WHEN ${stands} THEN ${raw(`'${field}'`)} END`);
  const ranks = fields.map(({ stands, rank }) => sql`CASE WHEN ${stands} THEN ${rank} ELSE 0 END`);
  return sql`
    SELECT id::text AS id, array_remove(ARRAY[${join(places)}]::text[], NULL) AS "foundIn",
      round((${join(ranks, ' + ')})::numeric * ${raw(String(RANK_PARTS))})::int AS rank
    FROM (
      SELECT * FROM ${raw(`"${family}"`)}
      WHERE ${and([looksForWord(query), or(fields.map(({ stands }) => stands))])}
      ORDER BY id LIMIT ${raw(String(MOST_RANKED))}
    ) AS found
    ORDER BY rank DESC, found.id LIMIT ${first}::int`;
}

/** Of what only says which words must not stand there, next to everything is found, and no index serves. */
function looksForWord(query: Sql): Sql {
  return sql`querytree(${query}) NOT IN ('', 'T')`;
}

function fieldSql(
  family: TextFamily,
  field: TextField,
  condition: Condition,
  query: Sql,
): { readonly stands: Sql; readonly rank: Sql } {
  const searched = raw(`searchable_text("${field.toLowerCase()}")`);
  const answers = sql`CASE WHEN ${conditionSql(condition, PLACES[family])} THEN TRUE ELSE FALSE END`;
  return {
    stands: and([sql`${searched} @@ ${query}`, answers]),
    rank: sql`${raw(String(WEIGHTS[field]))} * ts_rank(${searched}, ${query}, 1)`,
  };
}
