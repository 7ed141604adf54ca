import type { Mark, Terminal } from '../terminal.ts';
import { KINDS, type Kind } from './changes.ts';
import type { Difference, Sum } from './tally.ts';

const MARKS: Readonly<Record<Kind, Mark>> = {
  opens: 'good',
  widens: 'good',
  differs: 'strong',
  treats: 'strong',
  narrows: 'bad',
  closes: 'bad',
};

/** Tells what each partner would gain or lose of whom. */
export function tellReplay({ operations, affected, differences, aside }: Sum, terminal: Terminal): void {
  const { print, mark } = terminal;
  let pair = '';
  for (const difference of differences) {
    if (pairOf(difference) !== pair) print(mark('strong', pairOf(difference)));
    pair = pairOf(difference);
    print(`  ${inWords(difference, terminal)}`);
  }
  const sum = `${operations} ${operations === 1 ? 'operation' : 'operations'}, ${affected} would be answered otherwise`;
  print(aside > 0 ? `${sum}; ${aside} ${aside === 1 ? 'line' : 'lines'} set aside` : sum);
}

function pairOf({ recipient, originator }: Difference): string {
  return `${recipient} of ${originator}'s`;
}

function inWords({ what, kind, operations, lines }: Difference, { mark }: Terminal): string {
  const examples = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${operations > lines.length ? ', …' : ''}`;
  const count = `${operations} ${operations === 1 ? 'operation' : 'operations'}`;
  return `${mark(MARKS[kind], kind.padEnd(8))}${what} ${KINDS[kind]} ${mark('faint', `(${count}: ${examples})`)}`;
}
