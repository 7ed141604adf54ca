import type { Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Loaded } from './load.ts';
import type { IndexAway } from './patient.ts';
import type { Rejected } from './prepare.ts';
import { count } from './progress.ts';

const MOST_TOLD = 20;

/** The first lines that are set aside are told one by one; the file has them all. */
export function firstFew({ complain, mark }: Terminal) {
  let told = 0;
  return ({ line, why }: Rejected): void => {
    if (told++ < MOST_TOLD) complain(`${mark('bad', `line ${count(line)}`)}: ${why}`);
    if (told === MOST_TOLD + 1) complain('more lines are set aside; the file of them has every one');
  };
}

interface Told {
  readonly agency: string;
  readonly file: string;
  readonly setAsidePath: string;
}

/** Says what became of a load. @returns the exit status */
export function tell(loaded: Loaded, { agency, file, setAsidePath }: Told, { print, complain }: Terminal): number {
  const { end, lines, rejected, withdrawn } = loaded;
  const amount = `${count(lines - rejected)} of ${count(lines)} lines of ${agency}`;
  if (end === 'before') print(`${file} was loaded before, ${amount}; \`--again\` loads it anew`);
  if (end === 'stopped') print(`stopped at line ${count(lines)}; run the same again, and it goes on there`);
  if (end === 'finished') print(`loaded ${amount}${withdrawn > 0 ? `; ${count(withdrawn)} withdrawn` : ''}`);
  if (end === 'asks first') print(`loaded ${amount}; nothing was withdrawn`);
  if (end === 'not whole') print(`loaded ${amount}; nothing was withdrawn, because lines were set aside`);
  if (rejected > 0 && end !== 'before') complain(`${count(rejected)} lines were set aside in ${setAsidePath}`);
  return ['stopped', 'not whole', 'asks first'].includes(end) || rejected > 0 ? EXIT.mistakes : EXIT.fine;
}

/** That the index does not answer, and is waited for no longer. @returns the exit status */
export function tellAway({ isStopped, cause }: IndexAway, { complain }: Terminal): number {
  const stopped = isStopped ? 'stopped: ' : 'error: ';
  complain(`${stopped}the index does not answer (${whyOf(cause)}); run the same again, and it goes on where it was`);
  return EXIT.mistakes;
}

/** That the index does not answer, why, and how long until it is asked again. */
export function notNow(error: unknown, milliseconds: number): string {
  return `the index does not answer (${whyOf(error)}); again in ${milliseconds / 1000} s`;
}

function whyOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
