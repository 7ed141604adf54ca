import type { Visibility } from '../explain/explain.ts';

/** What the graph answers of a target. */
export interface AnsweredProfile {
  readonly members: readonly AnsweredMember[];
  readonly links: readonly AnsweredLink[];
  readonly graph: {
    readonly nodes: readonly { readonly key: string; readonly kind: string }[];
    readonly edges: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  };
  readonly records: readonly (HitInProfile | null)[];
  readonly cases: readonly (HitInProfile | null)[];
  readonly truncated: boolean;
}

/** Somebody, as one agency knows them. */
export interface AnsweredMember {
  readonly key: string;
  readonly cluster: number;
  readonly kind: 'PERSON' | 'GROUP' | 'ORGANIZATION' | null;
  readonly originator: { readonly code: string };
  readonly subject: string | null;
  /** What the gateway withheld is null. */
  readonly records: readonly (object | null)[];
  readonly cases: readonly (object | null)[];
}

/** Why two of them may be one. */
export interface AnsweredLink {
  readonly from: string;
  readonly to: string;
  readonly score: number;
  readonly reasons: readonly {
    readonly kind: string;
    readonly coordinates: readonly string[];
    readonly score: number;
  }[];
}

/** A record or a case, with all subjects that are shown in it. */
export interface HitInProfile {
  readonly originator: { readonly code: string };
  readonly record?: ObjectInProfile | null;
  readonly case?: ObjectInProfile | null;
}

/** What is shown of a record or a case. */
export interface ObjectInProfile {
  readonly id: string;
  /** Absent or null: it is withheld. */
  readonly title?: string | null;
  readonly subjects: readonly (SubjectInProfile | null)[] | null;
}

/** What is shown of a subject, by the contract's fields. */
export type SubjectInProfile = Readonly<Record<string, unknown>> & { readonly id: string };

/** The whole answer. */
export interface ProfileAnswer {
  readonly data?: { readonly targetProfile: AnsweredProfile | null } | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: { readonly visibility: Visibility };
}
