import { useMemo, useState } from 'react';
import { layoutOf } from '../model/layout.ts';
import type { NodeNames } from '../model/names.ts';
import { membersOf, type Profile } from '../model/profile.ts';
import { Drawing } from './drawing.tsx';
import { GraphList } from './graph-list.tsx';
import { GraphLegend } from './legend.tsx';
import { Told } from './told.tsx';

/** Members, whom they appear with and what they share: drawn, and as a list. */
export function GraphPart({ profile, names }: { readonly profile: Profile; readonly names: NodeNames }) {
  const { graph } = profile;
  const layout = useMemo(
    () =>
      layoutOf(
        graph,
        membersOf(profile).map(({ key }) => key),
      ),
    [profile],
  );
  const [at, setAt] = useState<string>();
  if (graph.nodes.length < 2) return null;
  return (
    <section className="target-part" aria-labelledby="graph">
      <h2 id="graph">Whom they appear with, and what they share</h2>
      <p className="hint">
        Choose a node, or walk by the arrow keys: its neighbours stand out. Of a number that several have only its kind
        is told.
      </p>
      <GraphLegend />
      <Drawing graph={graph} layout={layout} names={names} at={at} onWalk={setAt} />
      <Told graph={graph} names={names} at={at} />
      <GraphList graph={graph} names={names} />
    </section>
  );
}
