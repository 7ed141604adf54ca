import type { Measured } from './measure.ts';

const LABEL = 78;
const [ON, OF] = [30, 18];

/** What the table is about, and the names of its columns. */
export function tableTop(about: string): string {
  return `${about}\n\n${line('', ['median', 'least', 'most', 'runs', 'ratio'])}`;
}

/** One row, with its unit. */
export function tableRow(measured: Measured): string {
  const { unit, median, least, most, runs, failure } = measured;
  if (failure !== undefined) return `${labelOf(measured).padEnd(LABEL)}  ${failure}`;
  const cells = [`${median} ${unit}`, `${least}`, `${most}`, `${runs}`, ratioOf(measured)];
  return line(labelOf(measured), cells);
}

function labelOf({ on, of, what }: Measured): string {
  return on === undefined ? what : `${on.padEnd(ON)} ${(of ?? '').padEnd(OF)} ${what}`;
}

/** `2.1 (1.9–2.2)`; empty: it is compared with nothing. */
export function ratioOf({ ratio, ratioSpread }: Measured): string {
  if (ratio === undefined) return '';
  return ratioSpread ? `${ratio} (${ratioSpread.join('–')})` : `${ratio}`;
}

function line(label: string, [median = '', least = '', most = '', runs = '', ratio = '']: readonly string[]): string {
  const cells = [median.padStart(16), least.padStart(9), most.padStart(9), runs.padStart(6), ratio.padStart(20)];
  return (label.padEnd(LABEL) + cells.join('')).trimEnd();
}
