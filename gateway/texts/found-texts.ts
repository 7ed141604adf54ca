import { writeFound, type FoundByText } from '../../policy/found-by-text.ts';
import { TEXT_KINDS, type TextKind } from '../../schema/selectors.ts';

/** What agencies found by the texts of one request, for as long as it is answered. */
export class FoundTexts {
  readonly #found = new Map<string, Map<string, readonly FoundByText[]>>();
  readonly #asked = new Map<string, Promise<void>>();

  /** Has an agency asked for a text, once. */
  askOnce(kind: TextKind, text: string, agency: string, ask: () => Promise<readonly FoundByText[]>): Promise<void> {
    const key = keyOf(kind, text, agency);
    const asked = this.#asked.get(key) ?? ask().then((found) => this.#note(kind, text, agency, found));
    this.#asked.set(key, asked);
    return asked;
  }

  /** What goes to the hub in the place of a text. What nobody was asked for leads to nothing. */
  written(kind: TextKind, text: unknown): string {
    return writeFound(
      TEXT_KINDS[kind],
      this.#found.get(keyOf(kind, text)) ?? new Map<string, readonly FoundByText[]>(),
    );
  }

  #note(kind: TextKind, text: string, agency: string, found: readonly FoundByText[]): void {
    const key = keyOf(kind, text);
    const known = this.#found.get(key) ?? new Map<string, readonly FoundByText[]>();
    this.#found.set(key, known.set(agency, found));
  }
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
