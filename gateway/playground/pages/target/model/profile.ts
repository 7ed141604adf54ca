import type { Visibility } from '../../../../explain/explain.ts';
import type { AssembledLink, ProfiledCoordinate, Titled } from '../../../../profile/told.ts';
import type { AnswerError } from '../../shared/ask.ts';
import type { Desk } from '../../shared/desk.ts';

/** What `POST /profile` answers: docs/profiles.md. */
export interface Profile {
  /** The likeliest first. */
  readonly clusters: readonly Cluster[];
  readonly links: readonly AssembledLink[];
  readonly graph: Graph;
  /** Of the records and cases in which values stand. */
  readonly titles: readonly Titled[];
  readonly truncated: boolean;
}

/** Those who are taken for one and the same, and what is held on them. */
export interface Cluster {
  readonly members: readonly Member[];
  readonly coordinates: readonly ProfiledCoordinate[];
}

/** Somebody, as one agency knows them. */
export interface Member {
  readonly key: string;
  readonly kind: SubjectKind | null;
  readonly originator: { readonly code: string };
  readonly records: readonly Hit[];
  readonly cases: readonly Hit[];
}

export type SubjectKind = 'PERSON' | 'GROUP' | 'ORGANIZATION';

/** A record or a case in which a member appears, as openly as agreements say. */
export interface Hit {
  readonly disclosure: 'FULL' | 'CONTACT' | 'EXISTS';
  readonly contact: (Desk & { readonly role: string | null }) | null;
}

/** Members, whom they appear with, and what several of them have. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** A node. What a selector is it never says. */
export interface Node {
  readonly key: string;
  readonly kind: 'MEMBER' | 'ASSOCIATE' | 'SELECTOR';
  readonly originator: { readonly code: string } | null;
  readonly subjectKind: SubjectKind | null;
  readonly selector: string | null;
}

/** Why two nodes are joined. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly why: 'SAME' | 'POSSIBLY_THE_SAME' | 'APPEARS_WITH' | 'HAS';
}

/** A profile, with what the gateway says of it. */
export interface AnsweredProfile {
  readonly profile: Profile;
  /** Of agencies that did not answer, among others. */
  readonly errors: readonly AnswerError[];
  readonly visibility: Visibility | undefined;
}

/** All members, cluster by cluster. */
export function membersOf({ clusters }: Pick<Profile, 'clusters'>): readonly Member[] {
  return clusters.flatMap(({ members }) => members);
}
