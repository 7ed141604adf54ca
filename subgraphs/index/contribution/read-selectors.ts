import { SELECTOR_SOURCES } from '../../../schema/selectors.ts';
import type { PointerType } from '../columns.ts';
import { SUBJECT_TYPES, TOLD_OF_SUBJECTS, isSubjectType } from '../subjects.ts';
import { isUuid } from '../text.ts';
import { isObject } from '../../kit/json.ts';
import { mistakesOfLabels } from './read-labels.ts';

const MOST_SELECTORS = 1000;
/** Each selector may be of another subject. */
const MOST_SUBJECTS = MOST_SELECTORS;
const LAST_EPOCH = 32_767;

/** Sixteen bytes in base64url, as they are written: the bits that the last character has to spare are zero. */
const BLIND = /^[\w-]{21}[AQgw]$/;

/** The contract type of the object that holds the selectors of a source, by the number of the source. */
const HOLDERS = new Map(SELECTOR_SOURCES.map(({ number, coordinate }) => [number, coordinate.split('.')[0]!]));

/** What is wrong with the subjects and selectors that are told of an object, in words. All of them may be left out. */
export function mistakesOfSelectors(
  { subjects = [], selectors = [], epoch = null }: Readonly<Record<string, unknown>>,
  type: PointerType,
): readonly string[] {
  if (!isList(subjects, MOST_SUBJECTS)) return [`\`pointer.subjects\` must be a list of at most ${MOST_SUBJECTS}`];
  if (!isList(selectors, MOST_SELECTORS)) return [`\`pointer.selectors\` must be a list of at most ${MOST_SELECTORS}`];
  if (type === 'LIAISON_CONTACT' && subjects.length + selectors.length > 0)
    return ['a LIAISON_CONTACT has neither subjects nor selectors'];
  const types = subjects.map(typeOf);
  return [
    ...subjects.flatMap((subject, at) => within(`pointer.subjects[${at}]`, mistakesOfSubject(subject))),
    ...selectors.flatMap((one, at) => within(`pointer.selectors[${at}]`, mistakesOfSelector(one, type, types))),
    ...(isEpoch(epoch) || (epoch === null && selectors.length === 0)
      ? []
      : [`\`pointer.epoch\` must be a number from 1 to ${LAST_EPOCH}`]),
  ];
}

function mistakesOfSubject(subject: unknown): readonly string[] {
  const type = typeOf(subject);
  if (!isObject(subject) || !type) return ['`type` must be `PERSON`, `GROUP` or `ORGANIZATION`'];
  return [
    ...(isUuid(subject['id']) ? [] : ['`id` must be a UUID']),
    ...(isObject(subject['labels'])
      ? mistakesOfLabels(subject['labels'], TOLD_OF_SUBJECTS[SUBJECT_TYPES[type]], type)
      : ['`labels` must be an object']),
  ];
}

/** INVARIANT: a selector of a source lies in an object of the type that the source names, so that its rule is decided there. */
function mistakesOfSelector(
  selector: unknown,
  type: PointerType,
  subjects: readonly (keyof typeof SUBJECT_TYPES | undefined)[],
): readonly string[] {
  if (!isObject(selector)) return ['must be an object'];
  const { source, subject, blind } = selector;
  const holder = HOLDERS.get(source as number);
  if (holder === undefined) return ['`source` must be the number of a source of selectors'];
  const isOfSubject = isSubjectType(holder);
  const held = Number.isInteger(subject) ? subjects[subject as number] : undefined;
  const stands = isOfSubject
    ? held !== undefined && SUBJECT_TYPES[held] === holder
    : subject === undefined && type === 'RECORD';
  return [
    ...(stands ? [] : [isOfSubject ? `\`subject\` must be the place of a ${holder} among the subjects` : OF_RECORDS]),
    ...(typeof blind === 'string' && BLIND.test(blind) ? [] : ['`blind` must be 16 bytes in base64url']),
  ];
}

const OF_RECORDS = 'a selector of this source is of a record itself, and has no `subject`';

function typeOf(subject: unknown): keyof typeof SUBJECT_TYPES | undefined {
  const type = isObject(subject) ? subject['type'] : undefined;
  return typeof type === 'string' && Object.hasOwn(SUBJECT_TYPES, type)
    ? (type as keyof typeof SUBJECT_TYPES)
    : undefined;
}

function isList(value: unknown, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most;
}

function isEpoch(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LAST_EPOCH;
}

function within(place: string, mistakes: readonly string[]): readonly string[] {
  return mistakes.map((mistake) => `\`${place}\`: ${mistake}`);
}
