import { useDeferredValue, useEffect, useState } from 'react';
import type { Filter } from './model/rows.ts';

/** What of the matrix is shown. */
export function Tools(props: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  /** How many cells differ; undefined: there is only one viewer. */
  readonly differences: number | undefined;
  readonly names: readonly [first: string, second: string] | undefined;
  readonly onOpenAll: () => void;
  readonly onCloseAll: () => void;
}) {
  const { filter, onFilter, differences, names, onOpenAll, onCloseAll } = props;
  const [text, setText] = useState(filter.text);
  const settled = useDeferredValue(text);
  useEffect(() => {
    if (settled !== filter.text) onFilter({ ...filter, text: settled });
  }, [settled]);
  useEffect(() => {
    if (differences === undefined && filter.onlyDifferences) onFilter({ ...filter, onlyDifferences: false });
  }, [differences]);
  return (
    <div className="matrix-tools">
      <label className="matrix-filter">
        <span className="hidden-text">Filter fields, categories and clauses</span>
        <input
          type="search"
          placeholder="Filter fields, categories, clauses"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button type="button" className="button" onClick={onOpenAll}>
        Expand all
      </button>
      <button type="button" className="button" onClick={onCloseAll}>
        Collapse all
      </button>
      {differences !== undefined && (
        <label className="matrix-only">
          <input
            type="checkbox"
            checked={filter.onlyDifferences}
            onChange={({ target }) => onFilter({ ...filter, onlyDifferences: target.checked })}
          />
          Only differences <b>{differences}</b>
        </label>
      )}
      {names && (
        <p className="matrix-names">
          <span className="side-number">1</span> {names[0]} <span className="side-number">2</span> {names[1]}
        </p>
      )}
    </div>
  );
}
