/** Tells how a load goes on. */
export interface Progress {
  /** @param fraction how much of the input is read, from 0 to 1; undefined: nobody knows */
  at(lines: number, rejected: number, fraction: number | undefined): void;
  /** Ends the line that is written over. */
  end(): void;
}

/** Where it is told, and since when. */
export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Whether a line can be written over, as on a terminal. Else there is a plain line now and then. */
  readonly isTerminal: boolean;
  /** Milliseconds; default: those of the process. */
  readonly now?: () => number;
}

const BETWEEN_MILLISECONDS = { terminal: 250, plain: 10_000 };

/** @param begunAt how many lines the index had before: neither the rate nor the time left are of those */
export function progressOf(begunAt: number, options: ProgressOptions): Progress {
  const { write, isTerminal, now = () => performance.now() } = options;
  const between = isTerminal ? BETWEEN_MILLISECONDS.terminal : BETWEEN_MILLISECONDS.plain;
  const start = now();
  let first: number | undefined;
  let told = start;
  let isWritten = false;
  return {
    at: (lines, rejected, fraction) => {
      first ??= fraction;
      if (now() - told < between) return;
      told = now();
      const seconds = (told - start) / 1000;
      const left = fraction === undefined ? undefined : secondsLeft(seconds, first ?? 0, fraction);
      const text = lineOf(lines, (lines - begunAt) / seconds, rejected, left);
      write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
      isWritten = true;
    },
    end: () => {
      if (isTerminal && isWritten) write('\n');
    },
  };
}

/** Undefined: nothing can be said yet. */
function secondsLeft(seconds: number, first: number, fraction: number): number | undefined {
  const done = fraction - first;
  return done > 0 ? (seconds * (1 - fraction)) / done : undefined;
}

function lineOf(lines: number, rate: number, rejected: number, left: number | undefined): string {
  const parts = [
    `${count(lines)} lines`,
    `${count(rate)} a second`,
    ...(rejected > 0 ? [`${count(rejected)} set aside`] : []),
    ...(left === undefined ? [] : [`${duration(left)} left`]),
  ];
  return parts.join(', ');
}

/** `1,234,567`. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}
