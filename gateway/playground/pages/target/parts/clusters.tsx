import { useMemo } from 'react';
import { fullName, type NodeNames } from '../model/names.ts';
import type { Cluster, Member, Profile } from '../model/profile.ts';
import { appearancesIn } from '../model/summary.ts';
import { hitsOf, memberKind } from '../model/words.ts';
import { Held } from './held.tsx';
import { Links } from './links.tsx';

/** Who may be one and the same: those who are taken for one with what is held on them, then why others may be. */
export function Clusters(props: { readonly profile: Profile; readonly names: NodeNames; readonly ruleset: string }) {
  const { profile, names, ruleset } = props;
  const { clusters, links, titles } = profile;
  const clusterOf = useMemo(
    () => new Map(clusters.flatMap(({ members }, at) => members.map(({ key }) => [key, at] as const))),
    [clusters],
  );
  const between = links.filter(({ from, to }) => clusterOf.get(from) !== clusterOf.get(to));
  return (
    <>
      {clusters.map((cluster, at) => {
        const within = links.filter(({ from, to }) => clusterOf.get(from) === at && clusterOf.get(to) === at);
        return (
          <section key={at} className="target-part cluster" aria-labelledby={`cluster-${at}`}>
            <h2 id={`cluster-${at}`}>
              Cluster {at + 1}
              {at === 0 && ', the likeliest'}: {headOf(cluster, names)}
            </h2>
            <Members cluster={cluster} names={names} />
            <Links title="Why they are taken for one" links={within} names={names} />
            <Held coordinates={cluster.coordinates} titles={titles} ruleset={ruleset} />
          </section>
        );
      })}
      {between.length > 0 && (
        <section className="target-part" aria-labelledby="between">
          <h2 id="between">Who else may be the same</h2>
          <Links title="Why they may be" links={between} names={names} />
        </section>
      )}
    </>
  );
}

/** The name of the first of whom one is shown. */
function headOf({ members }: Cluster, names: NodeNames): string {
  const first = members.find(({ kind }) => kind !== null) ?? members[0];
  if (!first) return '';
  return first.kind === null ? fullName(names, first.key) : (names.get(first.key)?.name ?? '');
}

function Members({ cluster: { members }, names }: { readonly cluster: Cluster; readonly names: NodeNames }) {
  return (
    <>
      <p className="hint">{appearancesIn(members.map(({ originator }) => originator.code))}</p>
      <ul className="members">
        {members.map((member) => (
          <li key={member.key}>
            <b>{member.originator.code}</b> {names.get(member.key)?.name}
            <span className="hint"> {aboutOf(member)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function aboutOf(member: Member): string {
  if (member.kind === null) return `in ${hitsOf(member)}: whom it is about is not shown`;
  return `${memberKind(member)}, in ${hitsOf(member)}`;
}
