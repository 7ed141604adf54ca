/** A selector in its normal form, or why it has none. */
export type Normalised =
  { readonly is: 'normal'; readonly forms: readonly string[] } | { readonly is: 'unreadable'; readonly why: string };

/** What is known of a selector besides its text. */
export interface Hint {
  /** The country that issued it, ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What a text says as a selector of its kind: under which forms it is held, and by which it is looked for. */
export type Read =
  | { readonly is: 'read'; readonly held: readonly string[]; readonly sought: readonly string[] }
  | { readonly is: 'unreadable'; readonly why: string };

/** Reads a text as a selector of one kind. INVARIANT: `why` never repeats anything of the text. */
export type Reader = (text: string, hint: Hint) => Read;

/** A selector that has one form only. */
export function readAs(form: string): Read {
  return { is: 'read', held: [form], sought: [form] };
}

/** @param why a sentence without its full stop, that says how to write it */
export function unreadable(why: string): Read {
  return { is: 'unreadable', why };
}
