import type { BlindingKeys } from '../../../matching/blinding-keys.ts';
import { contributedBy } from '../../../matching/contribute.ts';
import { labelsTold } from '../../../matching/labels-told.ts';
import type { Holding, SubjectHolding } from '../../../matching/holding.ts';
import { labelsOf } from '../../../schema/labels.ts';
import type { Pointer, PointerBody, PointerType } from './entry.ts';

/** How the index names what it is told of. */
const POINTER_TYPES = {
  Record: 'RECORD',
  Case: 'CASE',
  LiaisonContact: 'LIAISON_CONTACT',
} as const satisfies Readonly<Record<string, PointerType>>;

/** A record, a case or a liaison contact, its fields under the names of the contract. */
export type Contributed = (Matched | { readonly type: 'LiaisonContact' }) & {
  readonly id: string;
  readonly contactId?: string | null;
};

/** What selectors lead to. */
type Matched = Holding & { readonly subjectIds: readonly string[] };

/** Persons, groups and organizations by their ids. */
export type Subjects = ReadonlyMap<string, SubjectHolding>;

/**
 * What the index is told of an entity.
 * @param subjects all that it names, and maybe others
 * @param keys undefined: the exchange has none, and nothing is found by selectors
 */
export function pointerOf(entity: Contributed, subjects: Subjects, keys: BlindingKeys | undefined): Pointer {
  const body = { contactId: entity.contactId ?? null, labels: labelsOfPointer(entity) };
  return { type: POINTER_TYPES[entity.type], id: entity.id, ...body, ...(keys && selectorsOf(entity, subjects, keys)) };
}

function labelsOfPointer(entity: Contributed): PointerBody['labels'] {
  // The pointer's own id is its reference.
  const { reference: _reference, ...labels } = labelsOf(entity.type, entity);
  return labelsTold(labels);
}

function selectorsOf(entity: Contributed, subjects: Subjects, keys: BlindingKeys): Partial<PointerBody> {
  if (entity.type === 'LiaisonContact') return {};
  const named = entity.subjectIds.flatMap((id) => subjects.get(id) ?? []);
  return contributedBy(entity, named, keys);
}
