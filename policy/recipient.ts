/** What of a viewer a decision depends on. */
export interface Recipient {
  /** Code of the viewer's own agency. */
  readonly agency: string;
  readonly role: string;
  /** Trainings that the agency vouches for. Absent: none. */
  readonly trainings?: readonly string[];
  /** Clearance that the agency vouches for. Absent: none. */
  readonly clearance?: string;
  /** The viewer is the agency's contact point. */
  readonly contactPoint?: boolean;
  /** Unique at the agency; clauses may name officers. */
  readonly sub?: string;
}
