import type { ClauseId } from '../../policy/clause-id.ts';
import type { AnsweredLink, AnsweredMember, AnsweredProfile } from './answered.ts';

/** A profile as it is told. */
export interface AssembledProfile {
  /** The likeliest first. */
  readonly clusters: readonly Cluster[];
  readonly links: readonly AssembledLink[];
  readonly graph: AnsweredProfile['graph'];
  /** Of the records and cases in which values stand. */
  readonly titles: readonly Titled[];
  readonly truncated: boolean;
}

/** Why two may be one. */
export interface AssembledLink extends AnsweredLink {
  /** How like their names and dates of birth are, where they are shown. */
  readonly likeness?: number;
}

/** Those who are taken for one and the same, and what is held on them. */
export interface Cluster {
  readonly members: readonly AnsweredMember[];
  readonly coordinates: readonly ProfiledCoordinate[];
}

/** One coordinate of a target, with all that is shown of it side by side. */
export interface ProfiledCoordinate {
  readonly coordinate: string;
  readonly values: readonly ProfiledValue[];
  /** Not all of it can be true of one person, group or organization, however it is written. */
  readonly contradictory: boolean;
}

/** A value, and who says so. */
export interface ProfiledValue {
  readonly value: unknown;
  /** The same, as others write it. */
  readonly alsoWritten?: readonly unknown[];
  /** Another value beside it may be the same name in another spelling or script. */
  readonly variant?: true;
  readonly originators: readonly Sourced[];
}

/** Where a value comes from. */
export interface Sourced {
  readonly originator: string;
  readonly member: string;
  /** The record or case in which it is shown so. */
  readonly record?: string;
  readonly case?: string;
  /** Those that share it with the viewer; of their own agency's data, none. */
  readonly clauses: readonly ClauseId[];
}

/** What a record or a case is called in which values stand. */
export interface Titled {
  readonly originator: string;
  readonly record?: string;
  readonly case?: string;
  readonly title: string;
  /** Those that share the title with the viewer; of their own agency's data, none. */
  readonly clauses: readonly ClauseId[];
}
