import { memo } from 'react';
import { isAlike } from '../model/cell.ts';
import { shownOf, type Shown } from '../model/counts.ts';
import { cellAt, categoryName, type Field, type Matrix } from '../model/matrix.ts';
import type { Group } from '../model/rows.ts';
import { summaryInWords, summarySigns, toneOf } from '../model/summary.ts';
import { CellBox } from './cell.tsx';
import { categoryKey, placeId, type NamedPlace } from './rows.ts';

/** Two viewers, or one. */
export interface Sides {
  readonly first: Matrix;
  readonly second: Matrix | undefined;
  /** What the first saw before agreements changed. */
  readonly before: Matrix | undefined;
}

/** A category: its head, and its fields while it is open. Drawn anew only when something of it has changed. */
export const GroupRows = memo(function GroupRows(props: {
  readonly group: Group;
  readonly sides: Sides;
  readonly isClosed: boolean;
  /** Where the walker is, if in this category. */
  readonly place: NamedPlace | undefined;
}) {
  const { group, sides, isClosed, place } = props;
  const { category, fields } = group;
  const key = categoryKey(category);
  const at = (row: string) => (place?.key === row ? place.column : -1);
  return (
    <tbody>
      <tr className="category" data-key={key}>
        <CategoryHead group={group} isClosed={isClosed} isSelected={at(key) === 0} />
        {columnsOf(sides).map(({ matrix, originator, isSecond }, index) => (
          <SummaryBox
            key={index}
            shown={shownOf(matrix, originator, fields)}
            id={placeId({ key, column: index + 1 })}
            column={index + 1}
            isSelected={at(key) === index + 1}
            isSecond={isSecond}
          />
        ))}
      </tr>
      {!isClosed &&
        fields.map((field) => (
          <FieldRow key={field.coordinate} field={field} sides={sides} column={at(field.coordinate)} />
        ))}
    </tbody>
  );
});

function CategoryHead(props: { readonly group: Group; readonly isClosed: boolean; readonly isSelected: boolean }) {
  const { group, isClosed, isSelected } = props;
  const { category, fields } = group;
  return (
    <th scope="rowgroup">
      <button
        type="button"
        id={placeId({ key: categoryKey(category), column: 0 })}
        data-column={0}
        data-category={category}
        aria-expanded={!isClosed}
        tabIndex={isSelected ? 0 : -1}
      >
        <span className="twist" aria-hidden="true" />
        {categoryName(category)} <span className="count">{fields.length}</span>
      </button>
    </th>
  );
}

/** How many of a category's fields are shown, and how openly. Stylesheets write the signs, as they do for cells. */
function SummaryBox(props: {
  readonly id: string;
  readonly column: number;
  readonly shown: Shown;
  readonly isSelected: boolean;
  readonly isSecond: boolean;
}) {
  const { id, column, shown, isSelected, isSecond } = props;
  return (
    <td
      id={id}
      className={`summary summary-${toneOf(shown)}${isSecond ? ' second' : ''}`}
      data-column={column}
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected || undefined}
      aria-label={summaryInWords(shown)}
      title={summaryInWords(shown)}
    >
      {summarySigns(shown).map((sign) => (
        <span key={sign} data-sign={sign} />
      ))}
    </td>
  );
}

const FieldRow = memo(function FieldRow(props: {
  readonly field: Field;
  readonly sides: Sides;
  /** Of the cell that the walker is at; -1: none of this row. */
  readonly column: number;
}) {
  const { field, sides, column } = props;
  const { coordinate } = field;
  const [type, name] = coordinate.split('.');
  return (
    <tr data-key={coordinate}>
      <th scope="row" id={placeId({ key: coordinate, column: 0 })} data-column={0} tabIndex={column === 0 ? 0 : -1}>
        <span className="type">{type}.</span>
        {name}
      </th>
      {columnsOf(sides).map(({ matrix, originator, isSecond }, index) => {
        const cell = cellAt(matrix, originator, coordinate);
        return (
          <CellBox
            key={index}
            cell={cell}
            coordinate={coordinate}
            column={index + 1}
            isSelected={column === index + 1}
            differs={differs(sides, originator, coordinate)}
            hasChanged={!isSecond && hasChanged(sides, originator, coordinate)}
            isSecond={isSecond}
          />
        );
      })}
    </tr>
  );
});

/** The columns after the row's head: one of each originator, or two. */
function columnsOf({ first, second }: Sides) {
  return first.originators.flatMap((originator) => [
    { matrix: first, originator, isSecond: false },
    ...(second ? [{ matrix: second, originator, isSecond: true }] : []),
  ]);
}

function differs({ first, second }: Sides, originator: string, coordinate: string): boolean {
  if (!second) return false;
  return !isAlike(cellAt(first, originator, coordinate), cellAt(second, originator, coordinate));
}

function hasChanged({ first, before }: Sides, originator: string, coordinate: string): boolean {
  if (!before) return false;
  return !isAlike(cellAt(before, originator, coordinate), cellAt(first, originator, coordinate));
}
