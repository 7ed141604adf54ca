import { LEVEL_WORDS, TREATMENT_SIGNS, cellInWords, lessenings, levelOf, type Cell } from '../model/cell.ts';
import { placeId } from './rows.ts';

/** One cell: a sign and small letters for lessened values, which stylesheets write, and the same in words. */
export function CellBox(props: {
  readonly cell: Cell | undefined;
  readonly coordinate: string;
  readonly column: number;
  readonly isSelected: boolean;
  readonly differs: boolean;
  readonly hasChanged: boolean;
  /** The second of two viewers. */
  readonly isSecond: boolean;
}) {
  const { cell, coordinate, column, isSelected, differs, hasChanged, isSecond } = props;
  const marks = [differs ? ', differs' : '', hasChanged ? ', has just changed' : ''].join('');
  const classes = [
    'cell',
    cell ? `level-${levelOf(cell)}` : 'level-none',
    ...(differs ? ['differs'] : []),
    ...(hasChanged ? ['changed'] : []),
    ...(isSecond ? ['second'] : []),
  ];
  return (
    <td
      id={placeId({ key: coordinate, column })}
      className={classes.join(' ')}
      data-column={column}
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected || undefined}
      aria-label={`${cellInWords(cell)}${marks}`}
      data-sign={cell && LEVEL_WORDS[levelOf(cell)].sign}
      data-less={
        cell &&
        lessenings(cell)
          .map((one) => TREATMENT_SIGNS[one])
          .join('')
      }
    />
  );
}
