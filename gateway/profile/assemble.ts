import type { AnsweredLink, AnsweredMember, AnsweredProfile } from './answered.ts';
import { likenessIn } from './likeness.ts';
import { statedOf } from './stated.ts';
import { titlesIn, type Titled } from './titles.ts';
import { valuesOf, type ClausesOf, type ProfiledCoordinate } from './values.ts';

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

/**
 * Puts together what all agencies hold. Whoever is in no record and no case that the viewer sees is left out, with all
 * that leads to them. Pure.
 */
export function assemble(profile: AnsweredProfile, clausesOf: ClausesOf): AssembledProfile {
  const members = profile.members
    .map(withoutWithheld)
    .filter(({ records, cases }) => records.length + cases.length > 0);
  const kept = new Set(members.map(({ key }) => key));
  const isKept = (key: string) => kept.has(key) || !profile.members.some((member) => member.key === key);
  const join = ({ from, to }: { readonly from: string; readonly to: string }) => isKept(from) && isKept(to);
  const clusters = [...new Set(members.map(({ cluster }) => cluster))].map((cluster) => {
    const of = members.filter((member) => member.cluster === cluster);
    return { members: of, coordinates: valuesOf(of, profile, clausesOf) };
  });
  const like = likenessIn(statedOf(members, profile));
  const likenessOf = ({ from, to }: AnsweredLink) => {
    const likeness = like(from, to);
    return likeness !== undefined && { likeness };
  };
  return {
    clusters,
    links: profile.links.filter(join).map((link) => ({ ...link, ...likenessOf(link) })),
    graph: {
      nodes: profile.graph.nodes.filter(({ key }) => isKept(key)),
      edges: profile.graph.edges.filter(join),
    },
    titles: titlesIn(profile, clausesOf),
    truncated: profile.truncated,
  };
}

function withoutWithheld(member: AnsweredMember): AnsweredMember {
  const shown = (hits: AnsweredMember['records']) => hits.filter((hit) => hit !== null);
  return { ...member, records: shown(member.records), cases: shown(member.cases) };
}
