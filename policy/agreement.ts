import type { Treatment } from '../schema/contract.ts';
import type { Stage } from '../schema/purposes.ts';

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
  /** Ids of agreements whose place this one takes for good, from its first day on. All their parties sign it. */
  readonly supersedes?: readonly string[];
  /** Clauses of other agreements whose place clauses of this one take for good, from its first day on. All their parties sign it. */
  readonly amends?: readonly Amendment[];
  /** Ids of agreements that this one adds to: it shares nothing for a party for which one of them is not in force. */
  readonly supplements?: readonly string[];
  /** Ids of agreements that this one came after. Lineage only: it changes nothing. */
  readonly follows?: readonly string[];
  /** Days between a notice of termination and its effect. Default 0. */
  readonly noticeDays?: number;
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

/** How a member takes part in a group. */
export const PARTICIPATIONS = ['active', 'limited', 'observer'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** A party joins a group, or its participation changes: the accession that took effect last counts. */
export interface Accession {
  readonly party: string;
  readonly to: string;
  /** First day of membership (UTC), `YYYY-MM-DD`. Absent: the document's first day in force. */
  readonly from?: string;
  /** Clauses speak of what was recorded before that day too. Default: of what is recorded from that day on. */
  readonly backDated?: boolean;
  /**
   * `active` (default) shares and receives; `limited` shares, and receives under clauses that name limited
   * participants; `observer` does not share, and receives under clauses that name observers.
   */
  readonly participation?: Participation;
  /** Clauses (`ofc-2009#IV.2`) under which the party does not share. Reciprocal ones then give it nothing either. */
  readonly reserves?: readonly string[];
}

/** Clauses of another agreement that are replaced. */
export interface Amendment {
  readonly agreement: string;
  /** Ids of clauses of that agreement that no longer apply. */
  readonly replaces: readonly string[];
}

/** One rule of an agreement: shares, withholds, or only says (a clause without effect on data). */
export interface Clause {
  /** Id within the agreement: `III.A`. */
  readonly id: string;
  /** The clause in words. */
  readonly text: string;
  readonly share?: Share;
  readonly withhold?: Withhold;
  readonly deconflict?: DeconflictionDuty;
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
}

/** A clause that discloses. */
export interface Share extends Scope {
  /** Members of the recipient groups with these participations. Default: active ones. Agencies by name count as active. */
  readonly participants?: readonly Participation[];
  /** Only for these purposes; absent: for any. */
  readonly for?: PurposeScope;
  /** Only for viewers with these attributes; absent: for any of the recipients' viewers. */
  readonly viewer?: ViewerScope;
  /**
   * FULL (default): the fields named are shown. CONTACT: that the record or case exists and whom to call, when it is
   * found by the fields named. EXISTS: that it exists, no more. SILENT: the searcher learns nothing, and the originator
   * is told that somebody searched by the fields named.
   */
  readonly disclosure?: 'FULL' | 'CONTACT' | 'EXISTS' | 'SILENT';
  /** How values are shown, by coordinate; absent: in full. */
  readonly treatments?: Readonly<Record<string, Treatment>>;
  /** Only the objects to which a notice of the originator consents, for the use that the purpose states. */
  readonly consent?: boolean;
  /** Who does not share under this clause does not receive under it. */
  readonly reciprocal?: boolean;
  /**
   * A threat to life: what the clause names is released although clauses withhold it and the originator's marks restrict
   * it. The third-party rule stands. The originator is told at once.
   */
  readonly override?: boolean;
  readonly obligations?: Obligations;
}

/** A clause that closes. Without categories and coordinates it closes the whole object. It survives its agreement. */
export interface Withhold extends Scope {
  /** Only for these purposes; absent: for any. */
  readonly for?: Pick<PurposeScope, 'areas' | 'uses'>;
  /** Only from viewers in these roles; absent: from any. */
  readonly viewer?: Pick<ViewerScope, 'roles'>;
}

/** Purposes of a clause. An area or a use includes those under it. */
export interface PurposeScope {
  readonly areas?: readonly string[];
  readonly uses?: readonly string[];
  /** Kinds of search, as the purpose states one: `tp-tp`. */
  readonly searches?: readonly string[];
  /**
   * From this stage on. `match` and `core-data`: only the objects whose match the viewer's own staff has confirmed.
   * `follow-up`: only the objects that the originator's notice releases for the request.
   */
  readonly stage?: Stage;
  /** Only the objects that the originator's notice releases for the request: a person at the originator decides. */
  readonly released?: boolean;
  /** The offence under investigation may be punished, where the viewer works, with at least so many months. */
  readonly minPenaltyMonths?: number;
}

/** What a clause asks of the viewer, as the viewer's own agency vouches for it. All of it. */
export interface ViewerScope {
  /** Any of these. */
  readonly roles?: readonly string[];
  /** All of these. */
  readonly trainings?: readonly string[];
  /** This clearance or a higher one. */
  readonly clearance?: string;
  /** Named officers: `ICE:officer-17`, the agency's code and the `sub` of its token. */
  readonly officers?: readonly string[];
  /** Only the agency's contact point. */
  readonly contactPoint?: boolean;
}

/** What the recipient owes for what a clause discloses. Carried with every answer. */
export interface Obligations {
  /** The originator is told of every answer. The gateway does it. */
  readonly notifyOriginator?: boolean;
  /** The recipient deletes it after so many days. */
  readonly retentionDays?: number;
  /** The words by which the recipient names the source wherever it uses it. */
  readonly attribution?: string;
  /** Searches of a recipient agency per day (UTC). The gateway counts them; past the quota no search is answered under the clause. */
  readonly quotas?: readonly Quota[];
  /** Not as evidence unless a notice of the originator consents: for the use `evidence` the clause opens nothing. */
  readonly evidence?: 'with-consent';
  /** Whether the recipient may pass it on. */
  readonly onward?: 'forbidden' | 'with-consent';
  /** The recipient keeps a record of each time it passes something on. */
  readonly recordOnward?: boolean;
}

/** How often a recipient agency may search under a clause. */
export interface Quota {
  /** Kind of search, as the purpose states it; absent: any. */
  readonly search?: string;
  readonly perDay: number;
  /** Hits that a search shows at most. */
  readonly maxCandidates?: number;
}

/** What is matched before one agency acts, so that it harms no case of another, and who is told. */
export interface DeconflictionDuty {
  /** Whose targets and events are matched with those of `to`, and the other way round. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Kinds of selectors that are matched: `PHONE`. */
  readonly selectors?: readonly string[];
  /** Operations near each other in place and time. */
  readonly events?: {
    readonly radiusMetres: number;
    /** Before and after. */
    readonly hours: number;
  };
  readonly areas?: readonly string[];
  readonly tells: 'both' | 'originator' | 'coordinator';
  /** What those who are told learn of the other side. */
  readonly disclosure: 'CONTACT' | 'EXISTS';
  /** The operation waits until the two have agreed, and if it goes second, until the first is over. */
  readonly hold?: boolean;
  /** Hours within which the other side answers. */
  readonly answerHours?: number;
}

/**
 * A condition over labels; everything listed must hold. A label is named plainly (`crimeAreas`: of the object itself,
 * else of the nearest object around it that has it) or with its owner (`record.kind`, `case.status`, `person.minor`).
 * `person.nationalOf: originator` (or `recipient`) holds for nationals of that agency's country.
 */
export type Where = Readonly<{ [label: string]: LabelTest | readonly Where[] | Where }>;

/**
 * A test of one label: equality, membership, overlap of lists, ranges. The bound `accession` of a date is the day on
 * which the recipient joined; for a party by name, the agreement's first day.
 */
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
