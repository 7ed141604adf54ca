import { INDEX_ERRORS, refuse } from '../errors.ts';
import { POINTER_TYPES, familyOf, toldLabels, type PointerType, type ToldColumn } from '../columns.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import { isDate, isText, isUuid } from '../text.ts';
import type { Contribution, Entry } from './entry.ts';

/** How many entries one call may carry. */
export const MOST_ENTRIES = 1000;

const MOST_CHARACTERS = 500;
const MOST_ELEMENTS = 200;
const MOST_MISTAKES_TOLD = 10;
const SEQUENCE = /^(0|[1-9]\d{0,17})$/;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the body of a contribution.
 * @throws DeclaredError `BAD_CONTRIBUTION`, with the first mistakes of all entries
 */
export function readContribution(body: unknown): Contribution {
  if (!isObject(body) || typeof body.agency !== 'string' || !Array.isArray(body.entries))
    return bad(['the body must be `{ agency, entries }`']);
  const entries: readonly unknown[] = body.entries;
  if (entries.length > MOST_ENTRIES) return bad([`there are more than ${MOST_ENTRIES} entries`]);
  const mistakes = entries.flatMap((entry, at) => mistakesOf(entry).map((mistake) => `\`entries[${at}]\`: ${mistake}`));
  if (mistakes.length > 0) return bad(mistakes);
  const read = (entries as readonly (Entry & { sequence: string })[]).map((entry): Entry => ({
    ...entry,
    id: entry.id.toLowerCase(),
    sequence: BigInt(entry.sequence),
  }));
  if (read.some((entry, at) => at > 0 && entry.sequence <= read[at - 1]!.sequence))
    return bad(['sequence numbers must rise from entry to entry']);
  return { agency: body.agency, entries: read };
}

function mistakesOf(entry: unknown): readonly string[] {
  if (!isObject(entry)) return ['must be an object'];
  const { sequence, op, type, id, pointer } = entry;
  const isType = Object.values<unknown>(POINTER_TYPES).includes(type);
  return [
    ...(typeof sequence === 'string' && SEQUENCE.test(sequence)
      ? []
      : ['`sequence` must be a decimal number in a text']),
    ...(op === 'UPSERT' || op === 'WITHDRAW' ? [] : ['`op` must be `UPSERT` or `WITHDRAW`']),
    ...(isType ? [] : ['`type` must be `RECORD`, `CASE` or `LIAISON_CONTACT`']),
    ...(isUuid(id) ? [] : ['`id` must be a UUID']),
    ...(op === 'UPSERT' && isUuid(id) && !isRandomId(id) ? ['`id` must be a random UUID (version 4)'] : []),
    ...(op === 'UPSERT' && isType ? mistakesOfPointer(pointer, type as PointerType) : []),
  ];
}

function mistakesOfPointer(pointer: unknown, type: PointerType): readonly string[] {
  if (!isObject(pointer) || !isObject(pointer.labels)) return ['`pointer` must be `{ contactId, labels }`'];
  const contact = pointer.contactId ?? null;
  return [
    ...(contact === null || isUuid(contact) ? [] : ['`pointer.contactId` must be a UUID or null']),
    ...Object.entries(pointer.labels).flatMap(([name, value]) => mistakesOfLabel(name, value, type)),
  ];
}

function mistakesOfLabel(name: string, value: unknown, type: PointerType): readonly string[] {
  const column = toldLabels(familyOf(type)).get(name);
  if (!column) return [`\`${name.slice(0, 80)}\` is no label that is told of a ${type}`];
  return value === null || fits(column, value) ? [] : [`\`${name}\` must be ${FORMS[column.kind]}, or null`];
}

const FORMS = {
  text: 'a text of at most 500 characters',
  date: 'a date `YYYY-MM-DD`',
  boolean: 'true or false',
  list: 'a list of at most 200 texts',
} as const;

function fits({ kind }: ToldColumn, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return isText(value, MOST_CHARACTERS);
    case 'date':
      return isDate(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return (
        Array.isArray(value) && value.length <= MOST_ELEMENTS && value.every((item) => isText(item, MOST_CHARACTERS))
      );
  }
}

function bad(mistakes: readonly string[]): never {
  const more = mistakes.length - MOST_MISTAKES_TOLD;
  const told = mistakes.slice(0, MOST_MISTAKES_TOLD).join('; ');
  return refuse(INDEX_ERRORS.BAD_CONTRIBUTION, more > 0 ? `${told}; and ${more} more` : told);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
