import type { Prisma } from '../prisma/generated/client.ts';
import { fromJson, toNullableJson } from './json.ts';

/*
 * A mark that may be known to be absent. `null` in the entity says that there is none, and is `{}` in the column;
 * `undefined` says that it is not known, and is NULL there, so that a row of which nobody has said is a row that
 * conditions refuse.
 */

/** The column for a mark. */
export function knownToJson(value: object | null | undefined): ReturnType<typeof toNullableJson> {
  return toNullableJson(value === null ? {} : value);
}

/** The mark of a column. */
export function knownFromJson<T extends object>(column: Prisma.JsonValue): T | null | undefined {
  if (column === null) return undefined;
  const value = fromJson<T>(column);
  return Object.keys(value).length === 0 ? null : value;
}
