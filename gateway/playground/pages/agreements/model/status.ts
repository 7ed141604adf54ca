/** Where an agreement stands: `AgreementStatus` of the graph. */
export type AgreementStatus =
  | 'IN_FORCE'
  | 'NOT_YET_IN_FORCE'
  | 'SUSPENDED'
  | 'TERMINATED'
  | 'SUPERSEDED'
  | 'BASE_NOT_IN_FORCE'
  | 'EXPIRED'
  | 'ABSENT'
  | 'OUTDATED'
  | 'UNSIGNED'
  | 'BROKEN';

/** A status in few words, and whether the agreement shares anything, may come to, or no longer does. */
export interface StatusWords {
  readonly name: string;
  readonly tone: 'disclosed' | 'perhaps' | 'withheld' | 'absent';
}

/** In the order in which a list shows them. */
export const STATUS_WORDS: Readonly<Record<AgreementStatus, StatusWords>> = {
  IN_FORCE: { name: 'In force', tone: 'disclosed' },
  NOT_YET_IN_FORCE: { name: 'Not yet in force', tone: 'perhaps' },
  SUSPENDED: { name: 'Suspended', tone: 'withheld' },
  BASE_NOT_IN_FORCE: { name: 'What it leans on is not in force', tone: 'withheld' },
  TERMINATED: { name: 'Terminated', tone: 'withheld' },
  SUPERSEDED: { name: 'Superseded', tone: 'absent' },
  EXPIRED: { name: 'Expired', tone: 'absent' },
  UNSIGNED: { name: 'Not signed by all', tone: 'perhaps' },
  BROKEN: { name: 'Broken', tone: 'withheld' },
  ABSENT: { name: 'No longer arrives', tone: 'withheld' },
  OUTDATED: { name: 'An older text', tone: 'absent' },
};

/** Items by status, in the order of the words. Statuses of which there is none are left out. */
export function byStatus<Item extends { readonly status: AgreementStatus }>(items: readonly Item[]) {
  return (Object.keys(STATUS_WORDS) as AgreementStatus[])
    .map((status) => ({ status, items: items.filter((item) => item.status === status) }))
    .filter((group) => group.items.length > 0);
}
