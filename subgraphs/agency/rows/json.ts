import { Prisma } from '../prisma/generated/client.ts';

/** A value object for a JSON column. */
export function toJson(value: object): Prisma.InputJsonValue {
  return value;
}

/** A value object for a JSON column that may be NULL. */
export function toNullableJson(value: object | null | undefined): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value ? toJson(value) : Prisma.DbNull;
}

/** A value object of a JSON column. The cast is sound: only `toJson` writes there, with the type of the same field. */
export function fromJson<T>(column: Prisma.JsonValue): T {
  return column as T;
}
