import type { Treatment } from '../schema/contract.ts';

/** An agreement document, as its JSON Schema (`schema/agreement.schema.json`) describes it. */
export interface Agreement {
  /** Version of the format. */
  readonly concordat: 1;
  /** Id that people cite: `ofc-ice-2009`. */
  readonly id: string;
  readonly title: string;
  /** What it is based on: a treaty, a public document. */
  readonly source?: string;
  /** Day of signature, `YYYY-MM-DD`. */
  readonly signed: string;
  /** First day in force (UTC), `YYYY-MM-DD`. */
  readonly effective: string;
  /** Last day in force (UTC); absent: until terminated. */
  readonly until?: string;
  /** Codes of the agencies, or of groups, that must sign. A group is signed for by its coordinator. */
  readonly parties: readonly string[];
  /** Groups that this document founds. */
  readonly groups?: Readonly<Record<string, GroupCharter>>;
  /** Parties that join a group by this document, which its coordinator signs too. */
  readonly accessions?: readonly Accession[];
  readonly clauses: readonly Clause[];
}

/** A group that agreements speak of. */
export interface GroupCharter {
  readonly name: string;
  /** The agency that signs for the group, and admits members. */
  readonly coordinator: string;
  /** Founding members. */
  readonly members: readonly string[];
}

/** A party joins a group. */
export interface Accession {
  readonly party: string;
  readonly to: string;
}

/** One rule of an agreement: shares, withholds, or only says (a clause without effect on data). */
export interface Clause {
  /** Id within the agreement: `III.A`. */
  readonly id: string;
  /** The clause in words. */
  readonly text: string;
  readonly share?: Share;
  readonly withhold?: Withhold;
}

/** What a clause speaks of, whichever its effect. */
interface Scope {
  /** Originators: agencies or groups. */
  readonly from: readonly string[];
  /** Recipients: agencies or groups. */
  readonly to: readonly string[];
  /** Only records of these kinds, and what they contain. */
  readonly records?: readonly string[];
  /** Also (or, without `records`, only) cases and what they contain. */
  readonly cases?: boolean;
  /** Persons only in these roles; groups and organizations are not affected. */
  readonly dataSubjects?: readonly string[];
  /** Governed fields by category. */
  readonly categories?: readonly string[];
  /** Governed fields by coordinate, agencies' own fields (`IceRecord.seizureNumber`) included. */
  readonly coordinates?: readonly string[];
  /** Only rows whose labels say so. */
  readonly where?: Where;
  /** Only for these purposes; absent: for any. */
  readonly for?: PurposeScope;
  /** Only for viewers with these attributes; absent: for any of the recipients' viewers. */
  readonly viewer?: ViewerScope;
}

/** A clause that discloses. */
export interface Share extends Scope {
  /**
   * FULL (default): the fields named are shown. CONTACT: that the record or case exists and whom to call, when it is
   * found by the fields named. EXISTS: that it exists, no more.
   */
  readonly disclosure?: 'FULL' | 'CONTACT' | 'EXISTS';
  /** How values are shown, by coordinate; absent: in full. */
  readonly treatments?: Readonly<Record<string, Treatment>>;
}

/** A clause that closes. Without categories and coordinates it closes the whole object. */
export type Withhold = Scope;

/** Purposes of a clause. An area includes the areas under it. */
export interface PurposeScope {
  readonly areas?: readonly string[];
  readonly uses?: readonly string[];
}

/** What a clause asks of the viewer. */
export interface ViewerScope {
  readonly roles?: readonly string[];
}

/**
 * A condition over labels; everything listed must hold. A label is named plainly (`crimeAreas`: of the object itself,
 * else of the nearest object around it that has it) or with its owner (`record.kind`, `case.status`, `person.minor`).
 */
export type Where = Readonly<{ [label: string]: LabelTest | readonly Where[] | Where }>;

/** A test of one label: equality, membership, overlap of lists, ranges. */
export type LabelTest =
  | string
  | number
  | boolean
  | {
      readonly anyOf?: readonly string[];
      readonly allOf?: readonly string[];
      readonly noneOf?: readonly string[];
      readonly from?: string | number;
      readonly until?: string | number;
    };
