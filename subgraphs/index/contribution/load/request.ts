import type { Upsert } from '../entry.ts';

/** What a call of `POST /contribute/bulk` asks for. */
export type LoadRequest = Begin | Lines | Rest | End;

interface OfLoad {
  readonly agency: string;
  /** What is loaded, by a name that tells it from everything else: the digest of the file. */
  readonly load: string;
}

/** Begins a load, or asks how far it has come. */
export interface Begin extends OfLoad {
  readonly step: 'BEGIN';
  /** Whether a load that is finished, or under way, begins anew. */
  readonly again: boolean;
}

/** Some lines of the file. */
export interface Lines extends OfLoad {
  readonly step: 'LINES';
  /** How many lines come before these. */
  readonly from: number;
  /** How many lines there are with these. */
  readonly until: number;
  /** How many of these lines the agency has set aside itself. */
  readonly rejected: number;
  readonly entries: readonly LineEntry[];
  /** Up to this line the agency has set aside all that was refused. */
  readonly kept: number;
  /** Entries that are not of the declared form. */
  readonly refused: readonly Refused[];
}

/** Asks what the load has not brought, as far as it has come: what would be withdrawn when it ended now. It changes nothing. */
export interface Rest extends OfLoad {
  readonly step: 'REST';
  /** Of the agency's pointers those with a higher id; null: all. */
  readonly after: string | null;
}

/** Ends a load. */
export interface End extends OfLoad {
  readonly step: 'END';
  /** Whether what the load did not bring is withdrawn. */
  readonly replace: boolean;
}

/** What a line of the file says. */
export interface LineEntry extends Pick<Upsert, 'type' | 'id' | 'pointer'> {
  /** Its number, from 1. */
  readonly line: number;
}

/** A line that was not taken in. */
export interface Refused {
  readonly line: number;
  readonly why: string;
}
