import { fullName, type NodeNames } from '../model/names.ts';
import { joinedInWords } from '../model/node-words.ts';
import type { Graph } from '../model/profile.ts';

/** The same graph in words, node by node. */
export function GraphList({ graph, names }: { readonly graph: Graph; readonly names: NodeNames }) {
  return (
    <details className="graph-list">
      <summary>The graph as a list</summary>
      <ul>
        {graph.nodes.map((node) => (
          <li key={node.key}>
            <b>{fullName(names, node.key)}</b>
            <ul>
              {joinedInWords(node, graph, names).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
