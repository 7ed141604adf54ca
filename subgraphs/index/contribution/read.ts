import { INDEX_ERRORS, refuse } from '../errors.ts';
import { POINTER_TYPES, familyOf, toldLabels, type PointerType } from '../columns.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import { isUuid } from '../text.ts';
import type { Contribution, Entry } from './entry.ts';
import { isObject, type Json } from '../../kit/json.ts';
import { mistakesOfLabels } from './read-labels.ts';
import { mistakesOfSelectors } from './read-selectors.ts';

/** How many entries one call may carry. */
export const MOST_ENTRIES = 1000;

const MOST_MISTAKES_TOLD = 10;
const SEQUENCE = /^(0|[1-9]\d{0,17})$/;

/**
 * Reads the body of a contribution.
 * @throws DeclaredError `BAD_CONTRIBUTION`, with the first mistakes of all entries
 */
export function readContribution(body: unknown): Contribution {
  if (!isObject(body) || typeof body.agency !== 'string' || !Array.isArray(body.entries))
    return bad(['the body must be `{ agency, entries }`']);
  const entries: readonly unknown[] = body.entries;
  if (entries.length > MOST_ENTRIES) return bad([`there are more than ${MOST_ENTRIES} entries`]);
  const mistakes = entries.map((entry, at) => mistakesOf(entry).map((mistake) => `\`entries[${at}]\`: ${mistake}`));
  const unreadable = entries.filter((_, at) => mistakes[at]!.length > 0);
  if (unreadable.length > 0) return bad(mistakes.flat(), unreadable.flatMap(sequenceOf));
  const read = (entries as readonly (Entry & { sequence: string })[]).map((entry): Entry => ({
    ...entry,
    id: entry.id.toLowerCase(),
    sequence: BigInt(entry.sequence),
  }));
  if (read.some((entry, at) => at > 0 && entry.sequence <= read[at - 1]!.sequence))
    return bad(['sequence numbers must rise from entry to entry']);
  return { agency: body.agency, entries: read };
}

function sequenceOf(entry: unknown): readonly string[] {
  const sequence = isObject(entry) ? entry['sequence'] : undefined;
  return typeof sequence === 'string' && SEQUENCE.test(sequence) ? [sequence] : [];
}

function mistakesOf(entry: unknown): readonly string[] {
  if (!isObject(entry)) return ['must be an object'];
  const { sequence, op, type, id } = entry;
  return [
    ...(typeof sequence === 'string' && SEQUENCE.test(sequence)
      ? []
      : ['`sequence` must be a decimal number in a text']),
    ...(op === 'UPSERT' || op === 'WITHDRAW' ? [] : ['`op` must be `UPSERT` or `WITHDRAW`']),
    ...(op === 'UPSERT' ? mistakesOfObject(entry) : [...mistakesOfType(type), ...mistakesOfId(id)]),
  ];
}

/** What is wrong with an object that is told of, in words. */
export function mistakesOfObject({ type, id, pointer }: Json): readonly string[] {
  const mistakes = mistakesOfType(type);
  return [
    ...mistakes,
    ...mistakesOfId(id),
    ...(isUuid(id) && !isRandomId(id) ? ['`id` must be a random UUID (version 4)'] : []),
    ...(mistakes.length === 0 ? mistakesOfPointer(pointer, type as PointerType) : []),
  ];
}

function mistakesOfType(type: unknown): readonly string[] {
  const isType = Object.values<unknown>(POINTER_TYPES).includes(type);
  return isType ? [] : ['`type` must be `RECORD`, `CASE` or `LIAISON_CONTACT`'];
}

function mistakesOfId(id: unknown): readonly string[] {
  return isUuid(id) ? [] : ['`id` must be a UUID'];
}

function mistakesOfPointer(pointer: unknown, type: PointerType): readonly string[] {
  if (!isObject(pointer) || !isObject(pointer.labels)) return ['`pointer` must be `{ contactId, labels }`'];
  const contact = pointer.contactId ?? null;
  return [
    ...(contact === null || isUuid(contact) ? [] : ['`pointer.contactId` must be a UUID or null']),
    ...mistakesOfLabels(pointer.labels, toldLabels(familyOf(type)), type),
    ...mistakesOfSelectors(pointer, type),
  ];
}

/** @param refused numbers of the entries without which the others may be taken in */
function bad(mistakes: readonly string[], refused: readonly string[] = []): never {
  const more = mistakes.length - MOST_MISTAKES_TOLD;
  const told = mistakes.slice(0, MOST_MISTAKES_TOLD).join('; ');
  return refuse(INDEX_ERRORS.BAD_CONTRIBUTION, more > 0 ? `${told}; and ${more} more` : told, { refused });
}
