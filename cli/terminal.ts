import { styleText } from 'node:util';

/** What a verb talks to. */
export interface Terminal {
  /** One line of the answer. */
  readonly print: (line: string) => void;
  /** One line beside the answer: what went wrong. */
  readonly complain: (line: string) => void;
  /** Marks a text, where colours can be seen. */
  readonly mark: (style: Mark, text: string) => string;
}

/** What a mark says. */
export type Mark = 'good' | 'bad' | 'faint' | 'strong';

const STYLES = { good: 'green', bad: 'red', faint: 'dim', strong: 'bold' } as const;

/** The process's own terminal: colours only where somebody looks, and not under `NO_COLOR`. */
export function processTerminal(): Terminal {
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    mark: (style, text) => (colours ? styleText(STYLES[style], text) : text),
  };
}
