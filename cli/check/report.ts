import { printMistake, type Mistake } from '../../policy/document/mistake.ts';
import type { Terminal } from '../terminal.ts';

/** What was checked together. */
export interface Checked {
  readonly where: string;
  readonly what: 'agreement' | 'file of tests';
  readonly files: readonly string[];
  readonly mistakes: readonly Mistake[];
  /** What may be meant so, and should be looked at. */
  readonly warnings: readonly Mistake[];
}

/** Tells every mistake, and where there is none what should be looked at, and what was checked: where, when that was in several places. */
export function report(checked: readonly Checked[], { print, mark }: Terminal): void {
  const mistakes = checked.flatMap((of) => of.mistakes);
  for (const mistake of mistakes) print(coloured(mistake, mark));
  const warnings = mistakes.length === 0 ? checked.flatMap((of) => of.warnings) : [];
  for (const warning of warnings) print(`${coloured(warning, mark)} [warning]`);
  if (checked.length > 1) for (const of of checked) print(mark('faint', `${of.where}: ${inWords([of])}`));
  const files = new Set(mistakes.map(({ file }) => file)).size;
  if (mistakes.length === 0) return print(mark('good', `${inWords(checked)}, no mistakes`));
  const many = `${counted(mistakes.length, 'mistake')} in ${counted(files, 'file')}`;
  print(mark('bad', `${many}; ${inWords(checked)} checked`));
}

/** `7 agreements and 1 file of tests`. */
function inWords(checked: readonly Checked[]): string {
  const count = (what: Checked['what']) => checked.filter((of) => of.what === what).flatMap((of) => of.files).length;
  const [agreements, tests] = [count('agreement'), count('file of tests')];
  const told = tests === 0 ? '' : tests === 1 ? '1 file of tests' : `${tests} files of tests`;
  if (told === '') return counted(agreements, 'agreement');
  return agreements === 0 ? told : `${counted(agreements, 'agreement')} and ${told}`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function coloured(mistake: Mistake, mark: Terminal['mark']): string {
  const place = `${mistake.file}:${mistake.line}:${mistake.column}:`;
  const rest = printMistake(mistake).slice(place.length);
  return mark('strong', place) + rest;
}
