import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { Group } from '../model/rows.ts';
import { walk, type Place } from '../model/walk.ts';
import { GroupRows, type Sides } from './group.tsx';
import { gridRows, placeId, type GridRow, type NamedPlace } from './rows.ts';

/** Rows that a page of the walk has. */
const PAGE = 10;

/** How narrow the table may become before it is scrolled. */
const HEAD_PIXELS = 250;
const COLUMN_PIXELS = 34;

interface GridProps {
  readonly sides: Sides;
  readonly groups: readonly Group[];
  readonly closed: ReadonlySet<string>;
  readonly place: NamedPlace;
  readonly caption: string;
  readonly names: readonly [first: string, second: string];
  readonly onWalk: (place: NamedPlace) => void;
  readonly onToggle: (category: string) => void;
  /** Enter on a cell: to what stands behind it. */
  readonly onEnter: () => void;
}

/** The matrix as a table that is walked by arrow keys. */
export function Grid(props: GridProps) {
  const { sides, groups, closed, caption, names } = props;
  const rows = gridRows(groups, closed);
  const columns = sides.first.originators.length * (sides.second ? 2 : 1) + 1;
  const row = Math.max(
    0,
    rows.findIndex(({ key }) => key === props.place.key),
  );
  const place = { key: rows[row]?.key ?? '', column: Math.min(props.place.column, columns - 1) };
  const walking = walkingOf(props, rows, { row, column: place.column }, columns);
  return (
    <div className="matrix-scroll">
      <table
        role="grid"
        className="matrix"
        aria-label={caption}
        style={{ minWidth: HEAD_PIXELS + (columns - 1) * COLUMN_PIXELS }}
        {...walking}
      >
        <Heads sides={sides} names={names} />
        {groups.map((group) => (
          <GroupRows
            key={group.category}
            group={group}
            sides={sides}
            isClosed={closed.has(group.category)}
            place={rows[row]?.category === group.category ? place : undefined}
          />
        ))}
      </table>
    </div>
  );
}

/** One handler for each kind of event, whatever the number of cells. */
function walkingOf(props: GridProps, rows: readonly GridRow[], at: Place, columns: number) {
  const size = { rows: rows.length, columns, page: PAGE };
  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.metaKey) return;
      const to = walk(event.key, event.ctrlKey, at, size);
      const key = to && rows[to.row]?.key;
      if (to && key !== undefined) {
        event.preventDefault();
        document.getElementById(placeId({ key, column: to.column }))?.focus();
      } else if (event.key === 'Enter' && (event.target as Element).closest('td')) props.onEnter();
    },
    onFocus({ target }: FocusEvent) {
      const place = placeOf(target);
      if (place) props.onWalk(place);
    },
    onClick({ target }: MouseEvent) {
      if (!(target instanceof Element)) return;
      const category = target.closest<HTMLElement>('button[data-category]')?.dataset['category'];
      const place = placeOf(target);
      if (category !== undefined) props.onToggle(category);
      else if (place) document.getElementById(placeId(place))?.focus();
    },
  };
}

function Heads({ sides, names }: { readonly sides: Sides; readonly names: readonly [string, string] }) {
  const { first, second } = sides;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={second ? 2 : 1} className="corner">
          Field <span className="of">whose data it is →</span>
        </th>
        {first.originators.map((code) => (
          <th key={code} scope={second ? 'colgroup' : 'col'} colSpan={second ? 2 : 1} className="originator">
            {code}
          </th>
        ))}
      </tr>
      {second && (
        <tr>
          {first.originators.flatMap((code) => [
            <th key={`${code} 1`} scope="col" className="side" title={names[0]}>
              1<span className="hidden-text">, {names[0]}</span>
            </th>,
            <th key={`${code} 2`} scope="col" className="side second" title={names[1]}>
              2<span className="hidden-text">, {names[1]}</span>
            </th>,
          ])}
        </tr>
      )}
    </thead>
  );
}

function placeOf(target: Element): NamedPlace | undefined {
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  return column === undefined || key === undefined ? undefined : { key, column: Number(column) };
}
