import { existsSync } from 'node:fs';
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { replaceFile } from '../../platform/atomic-write.ts';
import type { Rejected } from './prepare.ts';

const OWNER_ONLY = 0o600;

/** A line that was set aside, as the file of them has it: one in each line. */
interface SetAsideLine extends Rejected {
  /** The line as it came; null: it is too long. */
  readonly text: string | null;
}

/** The file of lines that were not taken in, each with its number and why. It is there when there are any. */
export class SetAside {
  readonly path: string;
  #lines: Set<number>;
  #file: FileHandle | undefined;

  private constructor(path: string, lines: Iterable<number>) {
    this.path = path;
    this.#lines = new Set(lines);
  }

  /**
   * Goes on with the file of a load that was broken off. What it has of lines that are to come again is dropped, a last
   * line that was written in part among them.
   * @param until how many lines the index has dealt with
   */
  static async open(path: string, until: number): Promise<SetAside> {
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    const kept = text.split('\n').flatMap((line) => lineIn(line, until));
    if (kept.length > 0) await replaceFile(path, kept.map(print).join(''), OWNER_ONLY);
    else await rm(path, { force: true });
    return new SetAside(
      path,
      kept.map(({ line }) => line),
    );
  }

  has(line: number): boolean {
    return this.#lines.has(line);
  }

  /** INVARIANT: lines are on the disk before the index hears that they are dealt with. */
  async add(rejected: readonly Rejected[], bytesOf: (line: number) => Uint8Array | null): Promise<void> {
    if (rejected.length === 0) return;
    this.#file ??= await open(this.path, 'a', OWNER_ONLY);
    const lines = rejected.map(({ line, why }): SetAsideLine => ({ line, why, text: textOf(bytesOf(line)) }));
    await this.#file.appendFile(lines.map(print).join(''));
    await this.#file.datasync();
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

function print(line: SetAsideLine): string {
  return `${JSON.stringify(line)}\n`;
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('utf8');
}

function lineIn(text: string, until: number): readonly SetAsideLine[] {
  try {
    const line = JSON.parse(text) as SetAsideLine;
    return line.line <= until ? [line] : [];
  } catch {
    return [];
  }
}
