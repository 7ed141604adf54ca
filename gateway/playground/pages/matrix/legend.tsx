import { LEVELS, LEVEL_WORDS } from './model/cell.ts';
import type { Counts } from './model/counts.ts';

/** What the signs mean, and how many cells each viewer has of each. */
export function Legend({ counts }: { readonly counts: readonly Counts[] }) {
  const shown = LEVELS.filter((level) => level !== 'silent' || counts.some((of) => of.silent > 0));
  return (
    <div className="legend">
      <ul aria-label="What the signs mean, and how many cells have them">
        {shown.map((level) => (
          <li key={level} title={LEVEL_WORDS[level].long}>
            <span className={`cell level-${level}`} aria-hidden="true">
              {LEVEL_WORDS[level].sign}
            </span>
            {LEVEL_WORDS[level].name} <b>{counts.map((of) => of[level]).join(' : ')}</b>
          </li>
        ))}
        <li>
          <sup className="legend-mark">m</sup> masked
        </li>
        <li>
          <sup className="legend-mark">g</sup> generalised
        </li>
      </ul>
    </div>
  );
}
