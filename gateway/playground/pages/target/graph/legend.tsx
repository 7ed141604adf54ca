import { EDGES } from '../model/words.ts';

const KINDS = ['SAME', 'POSSIBLY_THE_SAME', 'APPEARS_WITH', 'HAS'] as const;

/** What lines and boxes mean. */
export function GraphLegend() {
  return (
    <ul className="graph-legend" aria-label="What lines mean">
      {KINDS.map((why) => (
        <li key={why}>
          <svg width="40" height="10" viewBox="0 0 40 10" aria-hidden="true" focusable="false">
            <path className={`edge edge-${why}`} d="M 1 5 H 39" />
          </svg>
          {EDGES[why]}
        </li>
      ))}
    </ul>
  );
}
