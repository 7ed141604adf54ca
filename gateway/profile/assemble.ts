import type { AnsweredLink, AnsweredMember, AnsweredProfile } from './answered.ts';
import { likenessIn } from './likeness.ts';
import { statedOf } from './stated.ts';
import { titlesIn } from './titles.ts';
import type { AssembledProfile } from './told.ts';
import { valuesOf, type ClausesOf } from './values.ts';

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
