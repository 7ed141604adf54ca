import type { Measured } from './measure.ts';

const WIDTH = 78;

/** The machine, and the names of the columns. */
export function tableTop(machine: Readonly<Record<string, unknown>>): string {
  return `${Object.values(machine).join(', ')}\n\n${line('', ['median', 'least', 'most', 'runs', 'ratio'])}`;
}

/** One row, with its unit. */
export function tableRow({ what, unit, median, least, most, runs, ratio }: Measured): string {
  return line(what, [`${median} ${unit}`, `${least}`, `${most}`, `${runs}`, ratio === undefined ? '' : `${ratio}`]);
}

function line(what: string, cells: readonly string[]): string {
  return what.padEnd(WIDTH) + cells.map((cell) => cell.padStart(12)).join('');
}
