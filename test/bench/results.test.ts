import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCHMARKS } from '../../bench/list.ts';
import { markdownOf } from '../../bench/markdown.ts';
import { spread, type Measured } from '../../bench/measure.ts';
import { tableRow, tableTop } from '../../bench/table.ts';

const BENCH = join(import.meta.dirname, '../../bench');
const ours: Measured = {
  ...spread('requests a second', '/s', [300, 100, 200], 1),
  on: 'flat',
  of: 'ours',
  ratio: 2.1,
  ratioSpread: [1.9, 2.2],
};
const stock: Measured = { ...spread('requests a second', '/s', [95], 1), on: 'flat', of: 'stock' };
const peer: Measured = { ...stock, of: 'peer', failure: 'no answer within 60 s' };

describe('what a benchmark tells', () => {
  it('is the median, the least and the most of its runs, in the unit that it names', () => {
    expect(spread('time', 's', [3000, 1000, 2500], 1 / 1000)).toEqual({
      what: 'time',
      unit: 's',
      median: 2.5,
      least: 1,
      most: 3,
      runs: 3,
    });
  });

  it('stands in columns, in which values are under their names', () => {
    const [, , names = ''] = tableTop('About it').split('\n');
    const row = tableRow(ours);
    for (const [name, value] of [
      ['median', '200 /s'],
      ['least', '100'],
      ['most', '300'],
      ['runs', '3'],
      ['ratio', '2.1 (1.9–2.2)'],
    ] as const) {
      const end = names.indexOf(name) + name.length;
      expect(row.slice(0, end).trimEnd()).toMatch(new RegExp(`${value.replace(/[()./]/g, '\\$&')}$`));
    }
    expect(row).toMatch(/^flat +ours +requests a second /);
  });

  it('has a row for each contender in Markdown, and says why one has no number', () => {
    expect(markdownOf([ours, stock, peer])).toBe(
      [
        'flat:',
        '',
        '|  | requests a second |',
        '| --- | ---: |',
        '| ours | 200 /s (100–300); × 2.1 (1.9–2.2) |',
        '| stock | 95 /s |',
        '| peer | no answer within 60 s |',
      ].join('\n'),
    );
    expect(tableRow(peer)).toMatch(/no answer within 60 s$/);
  });

  it('is listed by name: every benchmark of the folder, and no other', () => {
    const isBenchmark = (file: string) =>
      file.endsWith('.ts') && /^export .*\bbenchmark\b/m.test(readFileSync(join(BENCH, file), 'utf8'));
    const files = readdirSync(BENCH).filter(isBenchmark);
    expect(BENCHMARKS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });
});
