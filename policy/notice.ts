/** What one party declares about an agreement, and signs alone. It takes effect on running traffic. */
export type Notice = Suspension | Resumption | Termination | Consent | Release;

interface Declared {
  /** Version of the format. */
  readonly concordat: 1;
  /** Id of the notice: `ice-icrf-2010-suspended-by-ice-1`. */
  readonly notice: string;
  /** The agency that gives it and signs it. */
  readonly party: string;
  /** The agreement that it speaks of, and the digest of the text that its parties signed. */
  readonly agreement: string;
  readonly digest: string;
  /** When it was given, RFC 3339 in UTC. */
  readonly given: string;
  /** From when it has effect, RFC 3339 in UTC. */
  readonly from: string;
  /** Until when; absent: until it is taken back. */
  readonly until?: string;
  /** In words, for the other parties. */
  readonly reason?: string;
}

/** The agreement shares nothing from or with the party. What it withholds stays withheld. */
export interface Suspension extends Declared {
  readonly kind: 'suspend';
  /** Only these clauses; absent: all. */
  readonly clauses?: readonly string[];
}

/** Takes back the party's own notices of suspension that were given before it. */
export interface Resumption extends Declared {
  readonly kind: 'resume';
}

/** The party leaves the agreement for good, after the agreement's days of notice. */
export interface Termination extends Declared {
  readonly kind: 'terminate';
}

/** The party consents to what its own marks, the third-party rule, or clauses that ask for consent keep back. */
export interface Consent extends Declared {
  readonly kind: 'consent';
  /** Agencies, or groups, that may receive it. */
  readonly to: readonly string[];
  /** Ids of records and cases, with what is in them, or of single subjects. */
  readonly references: readonly string[];
  /** Uses that it consents to, with those under them; absent: any that clauses cover. `evidence` only where it is named. */
  readonly uses?: readonly string[];
}

/** The originator answers a request: what is named is open to the agreement's clauses that wait for it. */
export interface Release extends Declared {
  readonly kind: 'release';
  readonly to: readonly string[];
  /** The request's number, as the requesting viewer's purpose states it. */
  readonly request: string;
  readonly references: readonly string[];
}

/** A notice whose signature is its party's. */
export interface SignedNotice {
  readonly notice: Notice;
  /** Digest of its canonical bytes. */
  readonly digest: string;
}
