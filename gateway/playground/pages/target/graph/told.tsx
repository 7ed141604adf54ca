import { fullName, type NodeNames } from '../model/names.ts';
import { joinedInWords } from '../model/node-words.ts';
import type { Graph } from '../model/profile.ts';

/** Tells of the node that is looked at, below the drawing. Its option says the same to screen readers. */
export function Told(props: { readonly graph: Graph; readonly names: NodeNames; readonly at: string | undefined }) {
  const { graph, names, at } = props;
  const node = graph.nodes.find(({ key }) => key === at);
  return (
    <div className="graph-told">
      {node ? (
        <>
          <p>
            <strong>{fullName(names, node.key)}</strong>
          </p>
          {joinedInWords(node, graph, names).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      ) : (
        <p className="hint">What a node is joined with stands here.</p>
      )}
    </div>
  );
}
