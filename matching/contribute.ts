import { labelsOf } from '../schema/labels.ts';
import type { SelectorKind } from '../schema/selectors.ts';
import type { BlindingKeys } from './blinding-keys.ts';
import type { ContributedSelector, ContributedSelectors, ContributedSubject } from './contributed.ts';
import type { Holding, SubjectHolding } from './holding.ts';
import { inTurn } from './in-turn.ts';
import { labelsTold } from './labels-told.ts';
import { blindedOnce, statedOnce } from './once.ts';
import type { StatedAt } from './sources.ts';

/** More are left out: a pointer that everything leads to tells nothing. */
export const MOST_SELECTORS = 1_000;

/** Each selector may be of another subject. */
const MOST_SUBJECTS = MOST_SELECTORS;

const SUBJECT_TYPES = { Person: 'PERSON', Group: 'GROUP', Organization: 'ORGANIZATION' } as const satisfies Record<
  SubjectHolding['type'],
  ContributedSubject['type']
>;

/**
 * What the index is told of a record or a case besides its own labels: its subjects by their labels, and the selectors
 * of it and of them, blinded under the current key.
 */
export function contributedBy(
  entity: Holding,
  subjects: readonly SubjectHolding[],
  keys: BlindingKeys,
): ContributedSelectors {
  const selectors = [...firstOf(allOf(entity, subjects, currentKey(keys)))];
  return { ...withSubjects(subjects, selectors), epoch: keys.current };
}

/** How many selectors of a record or a case the index is not told of, because there are more than it takes. */
export function leftOutOf(entity: Holding, subjects: readonly SubjectHolding[]): number {
  const all = [...allOf(entity, subjects, ANY_KEY)].length;
  return Math.max(0, all - MOST_SELECTORS);
}

/** By any key there are as many. */
const ANY_KEY = new Uint8Array(32);

/**
 * INVARIANT: there are never more subjects than the index takes: it would refuse the pointer, and with it all that the agency
 * tells after it. Of a crowd those to whom no selector leads are left out.
 */
function withSubjects(
  subjects: readonly SubjectHolding[],
  selectors: readonly ContributedSelector[],
): Omit<ContributedSelectors, 'epoch'> {
  if (subjects.length <= MOST_SUBJECTS) return { subjects: subjects.map(contributedSubject), selectors };
  const led = [...new Set(selectors.flatMap(({ subject }) => subject ?? []))].toSorted((a, b) => a - b);
  const places = new Map(led.map((number, place) => [number, place]));
  return {
    subjects: led.map((number) => contributedSubject(subjects[number]!)),
    selectors: selectors.map(({ subject, ...rest }) =>
      subject === undefined ? rest : { ...rest, subject: places.get(subject)! },
    ),
  };
}

/** Blinds hardly more than are kept. */
function* firstOf(all: Iterable<ContributedSelector>): Generator<ContributedSelector> {
  let kept = 0;
  for (const selector of all) {
    yield selector;
    if (++kept === MOST_SELECTORS) return;
  }
}

/**
 * All selectors: numbers, which lead to one thing; then names, which lead to many; then names beside the usual ones. Of each
 * the record or case and its subjects have one in turn.
 *
 * INVARIANT: no subject has less of them because another has many: one whom a viewer is not shown would make others unfindable.
 */
function* allOf(entity: Holding, subjects: readonly SubjectHolding[], key: Uint8Array): Generator<ContributedSelector> {
  const holders = [placed(entity), ...subjects.map((subject, number) => placed(subject, number))];
  for (const rank of RANKS) {
    const of = holders.map((holder) => holder.filter((at) => rankOf(at) === rank));
    yield* inTurn(of.filter(({ length }) => length > 0).map((holder) => selectorsOf(holder, key)));
  }
}

/** What one of a pointer's subjects states, or the record or case itself. */
interface Placed {
  readonly stated: StatedAt;
  readonly subject?: number;
}

function placed(holding: Holding | SubjectHolding, subject?: number): readonly Placed[] {
  return statedOnce(holding).map((stated) => ({ stated, ...(subject !== undefined && { subject }) }));
}

/** Of each of its sources in turn: many telephones keep no passport out. */
function selectorsOf(holder: readonly Placed[], key: Uint8Array): Iterable<ContributedSelector> {
  return inTurn(holder.map((placed) => selectorsAt(placed, key)));
}

function* selectorsAt({ stated, subject }: Placed, key: Uint8Array): Generator<ContributedSelector> {
  const at = { source: stated.source.number, ...(subject !== undefined && { subject }) };
  for (const blind of blindedOnce(stated, key)) yield { ...at, blind };
}

const RANKS = ['number', 'name', 'other name'] as const;

function rankOf({ stated }: Placed): (typeof RANKS)[number] {
  const { kinds, coordinate } = stated.source;
  if (!kinds.some((kind) => NAMES.has(kind))) return 'number';
  return BESIDE_THE_USUAL.has(coordinate) ? 'other name' : 'name';
}

const NAMES: ReadonlySet<SelectorKind> = new Set(['NAME_AND_BIRTH', 'GROUP_NAME', 'ORGANIZATION_NAME']);

const BESIDE_THE_USUAL: ReadonlySet<string> = new Set(
  ['aliases', 'formerNames', 'otherNames', 'alternativeSpellings'].map((field) => `Person.${field}`),
);

function contributedSubject(subject: SubjectHolding): ContributedSubject {
  // The subject's own id is its reference.
  const { reference: _reference, ...labels } = labelsOf(subject.type, subject);
  return { id: subject.id, type: SUBJECT_TYPES[subject.type], labels: labelsTold(labels) };
}

function currentKey({ current, epochs }: BlindingKeys): Uint8Array {
  const key = epochs.get(current);
  if (!key) throw new Error('the current epoch has no key');
  return key;
}
