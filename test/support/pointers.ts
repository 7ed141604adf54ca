import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { SubjectHolding } from '../../matching/holding.ts';
import type { Pointer } from '../../subgraphs/agency/outbox/entry.ts';
import { pointerOf } from '../../subgraphs/agency/outbox/pointer.ts';
import type { Stored } from '../../subgraphs/agency/rows/stored.ts';

/** The keys by which a world of tests blinds its selectors. */
export const BLINDING_KEYS: BlindingKeys = { current: 1, epochs: new Map([[1, new Uint8Array(32).fill(1)]]) };

/** What the index is told of all that an agency holds. */
export function pointersTo(
  held: readonly Stored[],
  keys: BlindingKeys | undefined = BLINDING_KEYS,
): readonly Pointer[] {
  const subjects = new Map(held.filter(isSubject).map((subject) => [subject.id, subject]));
  return held.flatMap((entity) => (isContributed(entity) ? [pointerOf(entity, subjects, keys)] : []));
}

function isSubject(entity: Stored): entity is Stored & SubjectHolding {
  return entity.type === 'Person' || entity.type === 'Group' || entity.type === 'Organization';
}

function isContributed(entity: Stored): entity is Extract<Stored, { type: 'Record' | 'Case' | 'LiaisonContact' }> {
  return entity.type === 'Record' || entity.type === 'Case' || entity.type === 'LiaisonContact';
}
