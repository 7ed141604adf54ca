import { readFile, stat } from 'node:fs/promises';

/** What follows a file. */
export interface FollowedOptions<Value> {
  readonly path: string;
  /** Reads its text. @throws Error when it is not what it must be */
  readonly read: (text: string) => Value;
  /** Hears, once for each state of the file, that it is broken or gone; its last good value stays. */
  readonly onTrouble: (path: string, error: unknown) => void;
}

/** A file and its last good value. It is read again when its time, its size or its place on the disk is another. */
export class FollowedFile<Value> {
  readonly #options: FollowedOptions<Value>;
  #value: Value;
  #seen: string;

  private constructor(options: FollowedOptions<Value>, { value, state }: { value: Value; state: string }) {
    this.#options = options;
    this.#value = value;
    this.#seen = state;
  }

  /** @throws Error when the file cannot be read at first: there is nothing good to keep */
  static async open<Value>(options: FollowedOptions<Value>): Promise<FollowedFile<Value>> {
    const state = await stateOf(options.path);
    return new FollowedFile(options, { state, value: options.read(await readFile(options.path, 'utf8')) });
  }

  get value(): Value {
    return this.#value;
  }

  /** Looks once. @returns whether there is another value now */
  async look(): Promise<boolean> {
    const { path, read, onTrouble } = this.#options;
    const state = await stateOf(path).catch(() => 'gone');
    if (state === this.#seen) return false;
    this.#seen = state;
    try {
      this.#value = read(await readFile(path, 'utf8'));
      return true;
    } catch (error) {
      onTrouble(path, error);
      return false;
    }
  }
}

/** Equal texts, equal contents. Taken before the file is read: what is written meanwhile is read at the next look. */
async function stateOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}
