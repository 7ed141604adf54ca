import { isRandomId } from '../../../policy/random-id.ts';
import { purposes } from '../../../schema/purposes.ts';
import { SELECTOR_SOURCES } from '../../../schema/selectors.ts';
import { uuidOfBlind } from '../../../matching/blind-uuid.ts';
import { isObject, type Json } from '../../kit/json.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { CaseContribution, CaseEntry, CaseSelector } from './entry.ts';

const MOST_ENTRIES = 1_000;
const MOST_SELECTORS = 1_000;
const MOST_AREAS = 200;
/** The index keeps them in two bytes. */
const LAST_EPOCH = 32_767;
const MOST_MISTAKES_TOLD = 10;
const SEQUENCE = /^(0|[1-9]\d{0,17})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const BLIND = /^[\w-]{21}[AQgw]$/;

/**
 * Reads what an agency tells of its cases: the entries of its outbox that speak of cases, as the index takes them.
 * @throws DeclaredError `BAD_CONTRIBUTION`, with the first mistakes of all entries
 */
export function readCases(body: unknown): CaseContribution {
  if (!isObject(body) || typeof body.agency !== 'string' || !Array.isArray(body.entries))
    return bad(['the body must be `{ agency, entries }`']);
  const entries: readonly unknown[] = body.entries;
  if (entries.length > MOST_ENTRIES) return bad([`there are more than ${MOST_ENTRIES} entries`]);
  const mistakes = entries.map((entry, at) => mistakesOf(entry).map((mistake) => `\`entries[${at}]\`: ${mistake}`));
  const unreadable = entries.filter((_, at) => mistakes[at]!.length > 0);
  if (unreadable.length > 0) return bad(mistakes.flat(), unreadable.flatMap(sequenceOf));
  const read = (entries as readonly Json[]).map(entryOf);
  if (read.some(({ sequence }, at) => at > 0 && sequence <= read[at - 1]!.sequence))
    return bad(['sequence numbers must rise from entry to entry']);
  return { agency: body.agency, entries: read };
}

function sequenceOf(entry: unknown): readonly string[] {
  const sequence = isObject(entry) ? entry.sequence : undefined;
  return typeof sequence === 'string' && SEQUENCE.test(sequence) ? [sequence] : [];
}

function mistakesOf(entry: unknown): readonly string[] {
  if (!isObject(entry)) return ['must be an object'];
  const { sequence, op, type, id, pointer } = entry;
  return [
    ...(typeof sequence === 'string' && SEQUENCE.test(sequence)
      ? []
      : ['`sequence` must be a decimal number in a text']),
    ...(op === 'UPSERT' || op === 'WITHDRAW' ? [] : ['`op` must be `UPSERT` or `WITHDRAW`']),
    ...(type === 'CASE' ? [] : ['`type` must be `CASE`']),
    ...((op === 'UPSERT' ? isRandomId(id) : isUuid(id)) ? [] : ['`id` must be a random UUID (version 4)']),
    ...(op === 'UPSERT' ? mistakesOfPointer(pointer) : []),
  ];
}

function mistakesOfPointer(pointer: unknown): readonly string[] {
  if (!isObject(pointer) || !isObject(pointer.labels)) return ['`pointer` must be `{ contactId, labels }`'];
  const { contactId = null, labels, selectors = [], epoch = null } = pointer;
  const { crimeAreas = null, status = null } = labels;
  return [
    ...(contactId === null || isUuid(contactId) ? [] : ['`pointer.contactId` must be a UUID or null']),
    ...(status === null || typeof status === 'string' ? [] : ['`status` must be a text or null']),
    ...(crimeAreas === null || areAreas(crimeAreas)
      ? []
      : [`\`crimeAreas\` must be a list of at most ${MOST_AREAS} codes of areas of crime`]),
    ...mistakesOfSelectors(selectors, epoch),
  ];
}

function mistakesOfSelectors(selectors: unknown, epoch: unknown): readonly string[] {
  const told: readonly unknown[] | undefined = Array.isArray(selectors) ? selectors : undefined;
  const isWhole = told && told.length <= MOST_SELECTORS && told.every(isSelector);
  return [
    ...(isWhole ? [] : [`\`pointer.selectors\` must be a list of at most ${MOST_SELECTORS} of \`{ source, blind }\``]),
    ...(isEpoch(epoch) || (epoch === null && told?.length === 0)
      ? []
      : [`\`pointer.epoch\` must be a number from 1 to ${LAST_EPOCH}`]),
  ];
}

function isEpoch(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LAST_EPOCH;
}

function entryOf({ sequence, op, id, pointer }: Json): CaseEntry {
  const base = { sequence: BigInt(sequence as string), id: (id as string).toLowerCase() };
  if (op === 'WITHDRAW') return base;
  const { contactId = null, labels, selectors = [], epoch } = pointer as Json & { readonly labels: Json };
  const told = selectors as readonly { readonly source: number; readonly blind: string }[];
  if (labels.status === 'CLOSED' || told.length === 0) return base;
  const areas = (labels.crimeAreas ?? []) as readonly string[];
  const worked = {
    contactId: contactId as string | null,
    areas,
    selectors: told.map(selectorOf),
    epoch: epoch as number,
  };
  return { ...base, worked };
}

function selectorOf({ source, blind }: { readonly source: number; readonly blind: string }): CaseSelector {
  return { blind: uuidOfBlind(blind), kinds: KINDS.get(source)! };
}

const KINDS = new Map(SELECTOR_SOURCES.map(({ number, kinds }) => [number, kinds]));

function isSelector(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { source, blind } = value;
  return typeof source === 'number' && KINDS.has(source) && typeof blind === 'string' && BLIND.test(blind);
}

function areAreas(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MOST_AREAS) return false;
  return value.every((area) => typeof area === 'string' && purposes.areas.has(area));
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** @param refused numbers of the entries without which the others may be taken in */
function bad(mistakes: readonly string[], refused: readonly string[] = []): never {
  const more = mistakes.length - MOST_MISTAKES_TOLD;
  const told = mistakes.slice(0, MOST_MISTAKES_TOLD).join('; ');
  return refuse(DECONFLICTION_ERRORS.BAD_CONTRIBUTION, more > 0 ? `${told}; and ${more} more` : told, { refused });
}
