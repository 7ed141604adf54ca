import type { Visibility } from '../../../../explain/explain.ts';
import type { Desk } from '../../shared/desk.ts';
import { membersOf, type Hit, type Profile } from './profile.ts';

/** Records and cases of which only whom to call is told, or that they exist. */
export interface Call {
  readonly originator: string;
  readonly disclosure: 'CONTACT' | 'EXISTS';
  readonly records: number;
  readonly cases: number;
  /** Whom to call: the contact that the agreements name; else the agency's desk, where it is known. */
  readonly desk: Desk | undefined;
  /** Whether that is the desk, because no contact is named. */
  readonly isDesk: boolean;
}

/** Whom to call about what is not shown, agency by agency, each of whom once. */
export function callsOf(profile: Pick<Profile, 'clusters'>, visibility: Visibility | undefined): readonly Call[] {
  const calls = new Map<string, Call>();
  for (const { originator, records, cases } of membersOf(profile)) {
    for (const hit of records) add(originator.code, hit, { records: 1, cases: 0 });
    for (const hit of cases) add(originator.code, hit, { records: 0, cases: 1 });
  }
  return [...calls.values()].sort((a, b) => (a.originator < b.originator ? -1 : a.originator > b.originator ? 1 : 0));

  function add(originator: string, { disclosure, contact }: Hit, more: Pick<Call, 'records' | 'cases'>): void {
    if (disclosure === 'FULL') return;
    const key = JSON.stringify([originator, disclosure, contact]);
    const before = calls.get(key) ?? { records: 0, cases: 0 };
    const desk = contact ?? deskOf(originator, visibility);
    calls.set(key, {
      ...{ originator, disclosure, desk, isDesk: contact === null },
      ...{ records: before.records + more.records, cases: before.cases + more.cases },
    });
  }
}

function deskOf(originator: string, visibility: Visibility | undefined): Desk | undefined {
  return visibility?.withheld.find((one) => one.originator === originator)?.contact ?? undefined;
}
