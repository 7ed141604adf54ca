import type { SelectorKind } from '../../../schema/selectors.ts';

/** Kinds of targets: looked for once, until it ends, as long as a case is open. */
export const TARGET_KINDS = ['ON_REQUEST', 'WATCH', 'CASE'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What an agency declares, whatever it is. */
interface Declared {
  /** A random UUID, of the agency's choice: it is known by that to the agency alone. */
  readonly id: string;
  readonly agency: string;
  /** The agency's own case number. */
  readonly caseNumber: string | null;
  /** The agency's liaison contact to call about it. */
  readonly contactId: string | null;
  /** Areas of crime that the work is on. */
  readonly areas: readonly string[];
  /** Who declared it, as the agency knows them. */
  readonly officer: string | null;
}

/** A selector of a target: blinded. */
export interface TargetSelector {
  /** 16 bytes, as a UUID; of a name, the first says which feature of it this is. */
  readonly blind: string;
  /** What it may be. */
  readonly kinds: readonly SelectorKind[];
  /** Of the key by which it is blinded. */
  readonly epoch: number;
}

/** Somebody or something that an agency works on. */
export interface Target extends Declared {
  readonly kind: TargetKind;
  readonly until: Date | null;
  readonly selectors: readonly TargetSelector[];
}

/** A place on the earth, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A planned operation. */
export interface PlannedEvent extends Declared {
  readonly operation: string;
  readonly place: Place;
  readonly from: Date;
  readonly until: Date;
}
