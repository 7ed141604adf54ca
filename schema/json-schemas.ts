import { readFileSync } from 'node:fs';

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of an agreement document. */
export const AGREEMENT_SCHEMA: JsonSchema = read('./agreement.schema.json');

/** The JSON Schema of a notice. */
export const NOTICE_SCHEMA: JsonSchema = read('./notice.schema.json');

/** The JSON Schema of the tests that authors put beside an agreement. */
export const EXPECTATIONS_SCHEMA: JsonSchema = read('./expectations.schema.json');

/** The JSON Schema of the parties' file. */
export const PARTIES_SCHEMA: JsonSchema = read('./parties.schema.json');

/** The JSON Schema of a line of a file that an agency loads into the index. */
export const CONTRIBUTED_LINE_SCHEMA: JsonSchema = read('./contributed-line.schema.json');

function read(path: string): JsonSchema {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as JsonSchema;
}
