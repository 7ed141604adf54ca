import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { ContributedSubject } from '../../matching/contributed.ts';
import type { PersonNames } from '../../matching/person/names.ts';
import { CONTRIBUTED_LINE_SCHEMA } from '../../schema/json-schemas.ts';
import type { SelectorKind } from '../../schema/selectors.ts';

/** A line of the file, as `schema/contributed-line.schema.json` describes it: selectors are in clear. */
export interface Line {
  readonly type: 'RECORD' | 'CASE' | 'LIAISON_CONTACT';
  readonly id: string;
  readonly contactId?: string | null;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly subjects?: readonly ContributedSubject[];
  readonly selectors?: readonly ClearSelector[];
}

/** A selector in clear. INVARIANT: it leaves this process blinded, or not at all. */
export type ClearSelector = SelectorPlace &
  (
    | { readonly kind: 'NAME_AND_BIRTH'; readonly value: PersonNames }
    | { readonly kind: Exclude<SelectorKind, 'NAME_AND_BIRTH'>; readonly value: string; readonly country?: string }
  );

interface SelectorPlace {
  /** Where in the contract it stands: `Person.phones`. */
  readonly coordinate: string;
  /** Whose it is: a place among the subjects, from 0. Absent: of the record or case itself. */
  readonly subject?: number;
}

/** What a line says, or what is wrong with it. INVARIANT: what is wrong never repeats a value. */
export type ReadLine = { readonly line: Line } | { readonly why: string };

/** Reads the text of a line. */
export function readLine(text: string): ReadLine {
  const value = parse(text);
  if (value === undefined) return { why: 'not JSON' };
  return hasShape(value)
    ? { line: value }
    : { why: (hasShape.errors ?? []).filter(isCause).map(inWords).slice(0, 3).join('; ') };
}

const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false, strictRequired: false });
ajv.addFormat('date', fullFormats.date);
const hasShape = ajv.compile<Line>(CONTRIBUTED_LINE_SCHEMA);

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** That a branch of the schema does not fit is told by what does not fit in it. */
function isCause({ keyword }: ErrorObject): boolean {
  return keyword !== 'if';
}

function inWords({ instancePath, keyword, message, params }: ErrorObject): string {
  const place = instancePath === '' ? 'the line' : `\`${instancePath.slice(1)}\``;
  if (keyword === 'additionalProperties')
    return `${place} has no \`${String((params as { additionalProperty: unknown }).additionalProperty).slice(0, 80)}\``;
  return `${place} ${message ?? 'is not as the schema says'}`;
}
