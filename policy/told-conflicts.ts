import type { Purposes } from '../schema/purposes.ts';
import type { ClauseId } from './clause-id.ts';
import { escalationsOf, standsBetween, tellingsOf, type Meeting, type Telling } from './deconfliction.ts';
import type { Duty } from './duty.ts';

/** What duties of de-confliction tell one agency. */
export class ToldConflicts {
  readonly #agency: string;
  readonly #duties: readonly Duty[];
  readonly #purposes: Purposes;

  constructor(agency: string, duties: readonly Duty[], purposes: Purposes) {
    this.#agency = agency;
    this.#duties = duties;
    this.#purposes = purposes;
  }

  /**
   * Clauses by which it may be told of conflicts with another agency's work: from the agreements alone, whether or not
   * there is a conflict. Sorted.
   */
  clauses(other: string): readonly ClauseId[] {
    const telling = this.#duties.filter((duty) => mayTell(duty, this.#agency, other)).map(({ id }) => id);
    return [...new Set(telling)].sort();
  }

  /** What it is told of the other side of a conflict; undefined: nothing, not even that there is one. */
  disclosure(meeting: Meeting): Telling['disclosure'] | undefined {
    const isTold = ({ agency }: { readonly agency: string }) => agency === this.#agency;
    const telling = tellingsOf(meeting, this.#duties, this.#purposes).find(isTold);
    if (telling) return telling.disclosure;
    return escalationsOf(meeting, this.#duties, this.#purposes).some(isTold) ? 'EXISTS' : undefined;
  }
}

/** Each party may be the one that was first. A coordinator hears of what it is told, and of what is not answered in time. */
function mayTell(duty: Duty, agency: string, other: string): boolean {
  const { tells, coordinators, answerHours, from, to } = duty;
  if (tells !== 'coordinator' && standsBetween(duty, agency, other)) return true;
  const hears = coordinators.has(agency) && (tells === 'coordinator' || answerHours !== undefined);
  return hears && agency !== other && (from.has(other) || to.has(other));
}
