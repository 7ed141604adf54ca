import { labelsOf } from '../../../schema/labels.ts';
import type { Pointer, PointerType } from './entry.ts';

/** How the index names what it is told of. */
const POINTER_TYPES = {
  Record: 'RECORD',
  Case: 'CASE',
  LiaisonContact: 'LIAISON_CONTACT',
} as const satisfies Readonly<Record<string, PointerType>>;

/** A record, a case or a liaison contact, its fields under the names of the contract. */
export interface Contributed {
  readonly type: keyof typeof POINTER_TYPES;
  readonly id: string;
  readonly contactId?: string | null;
}

/** What the index is told of an entity. */
export function pointerOf(entity: Contributed): Pointer {
  // The pointer's own id is its reference.
  const { reference: _reference, ...labels } = labelsOf(entity.type, entity);
  return { type: POINTER_TYPES[entity.type], id: entity.id, contactId: entity.contactId ?? null, labels };
}
