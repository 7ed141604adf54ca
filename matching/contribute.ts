import { labelsOf } from '../schema/labels.ts';
import type { SelectorKind } from '../schema/selectors.ts';
import type { BlindingKeys } from './blinding-keys.ts';
import type { ContributedSelector, ContributedSelectors, ContributedSubject } from './contributed.ts';
import type { Holding, SubjectHolding } from './holding.ts';
import { labelsTold } from './labels-told.ts';
import { blindedOnce, statedOnce } from './once.ts';
import type { StatedAt } from './sources.ts';

/** More are left out, names first: a pointer that everything leads to tells nothing. */
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
  const key = currentKey(keys);
  const stated = [...placed(entity), ...subjects.flatMap((subject, number) => placed(subject, number))].toSorted(
    (a, b) => rankOf(a) - rankOf(b),
  );
  return { ...withSubjects(subjects, firstOf(stated, key)), epoch: keys.current };
}

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

/** Blinds no more than are kept. */
function firstOf(stated: readonly Placed[], key: Uint8Array): readonly ContributedSelector[] {
  const selectors: ContributedSelector[] = [];
  for (const at of stated) {
    if (selectors.length >= MOST_SELECTORS) break;
    selectors.push(...selectorsAt(at, key));
  }
  return selectors.slice(0, MOST_SELECTORS);
}

/** What one of a pointer's subjects states, or the record or case itself. */
interface Placed {
  readonly stated: StatedAt;
  readonly subject?: number;
}

function placed(holding: Holding | SubjectHolding, subject?: number): readonly Placed[] {
  return statedOnce(holding).map((stated) => ({ stated, ...(subject !== undefined && { subject }) }));
}

function selectorsAt({ stated, subject }: Placed, key: Uint8Array): readonly ContributedSelector[] {
  return blindedOnce(stated, key).map((blind) => ({
    source: stated.source.number,
    ...(subject !== undefined && { subject }),
    blind,
  }));
}

/** Numbers lead to one thing; a name to many, and a name beside the usual one to more. */
function rankOf({ stated }: Placed): number {
  const { kinds, coordinate } = stated.source;
  if (!kinds.some((kind) => NAMES.has(kind))) return 0;
  return coordinate === 'Person.surname' ? 1 : 2;
}

const NAMES: ReadonlySet<SelectorKind> = new Set(['NAME_AND_BIRTH', 'GROUP_NAME', 'ORGANIZATION_NAME']);

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
