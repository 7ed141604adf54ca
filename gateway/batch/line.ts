import { DeclaredError } from '../../schema/errors.ts';
import type { Seal } from '../blinding/seal.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import { readJson } from '../http/json.ts';
import type { SelectorInput } from './selectors.ts';

/** What somebody calls a line of theirs: it comes back with what is told of it. */
type Ref = string | number;

/** A line of a batch: a selector to search by, or why it is none. */
export type Line =
  | {
      readonly is: 'sought';
      readonly line: number;
      readonly ref?: Ref;
      readonly selector: Readonly<Record<string, unknown>>;
    }
  | { readonly is: 'unreadable'; readonly line: number; readonly ref?: Ref; readonly error: DeclaredError };

/** What lines are read by. */
export interface LineReading {
  readonly inputs: ReadonlyMap<string, SelectorInput>;
  /** INVARIANT: what cannot be sealed alone is never sealed with others: it would be refused with them. */
  readonly seal: Seal;
}

const LONGEST = 2_000;
const LONGEST_REF = 200;
const TEXT = /^([A-Za-z_]+)[ \t]+(.+)$/su;

/**
 * Reads a line: `{"ref": "…", "phone": "…"}`, or a kind and a text, `PHONE +1 202 555 0143`.
 * @throws DeclaredError where it is not for the line to say: there are no keys to blind with
 */
export function readLine(bytes: Uint8Array, line: number, by: LineReading): Line {
  let called: { readonly ref?: Ref } = {};
  try {
    const written = writtenOn(bytes);
    if (typeof written !== 'string') called = refIn(written.ref);
    const { input, value } = typeof written === 'string' ? fromText(written, by.inputs) : fromJson(written, by.inputs);
    by.seal(input.kind, value, input.name);
    return { is: 'sought', line, ...called, selector: { [input.name]: value } };
  } catch (error) {
    if (!(error instanceof DeclaredError) || !OF_A_LINE.has(error.code)) throw error;
    return { is: 'unreadable', line, ...called, error };
  }
}

const OF_A_LINE: ReadonlySet<string> = new Set([GATEWAY_ERRORS.BAD_LINE.code, GATEWAY_ERRORS.BAD_SELECTOR.code]);

interface Given {
  readonly input: SelectorInput;
  readonly value: NonNullable<unknown>;
}

type Fields = Readonly<Record<string, unknown>>;

/** What stands on the line: a text, or the fields of an object. */
function writtenOn(bytes: Uint8Array): string | Fields {
  if (bytes.length > LONGEST) refuse(GATEWAY_ERRORS.BAD_LINE, `the line is longer than ${LONGEST} bytes`);
  const text = textOf(bytes).trim();
  if (!text.startsWith('{')) return text;
  const read = readJson(text, 'the line');
  return 'trouble' in read ? refuse(GATEWAY_ERRORS.BAD_LINE, read.trouble) : (read.value as Fields);
}

function fromText(text: string, inputs: LineReading['inputs']): Given {
  const [, kind = '', value = ''] = TEXT.exec(text) ?? [];
  const written = [...inputs.values()].filter(({ parts }) => parts.length === 0);
  const input = written.find((known) => known.kind === kind.toUpperCase());
  if (input) return { input, value };
  const kinds = written.map((known) => known.kind).join(', ');
  return refuse(GATEWAY_ERRORS.BAD_LINE, `the line is neither a JSON object nor one of ${kinds} and its text`);
}

function fromJson({ ref: _, ...fields }: Fields, inputs: LineReading['inputs']): Given {
  const [one, ...more] = Object.entries(fields).filter(([, value]) => value !== null);
  const input = one && inputs.get(one[0]);
  if (!one || !input || more.length > 0)
    refuse(GATEWAY_ERRORS.BAD_LINE, `the line needs exactly one of ${[...inputs.keys()].join(', ')}`);
  if (!isGiven(one[1], input)) refuse(GATEWAY_ERRORS.BAD_LINE, `\`${input.name}\` is not ${formOf(input)}`);
  return { input, value: one[1] };
}

function isGiven(value: unknown, { parts }: SelectorInput): value is NonNullable<unknown> {
  if (parts.length === 0) return typeof value === 'string';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, part]) => parts.includes(name) && (part === null || typeof part === 'string'),
  );
}

function formOf({ parts }: SelectorInput): string {
  return parts.length === 0 ? 'a text' : `an object of the texts ${parts.join(', ')}`;
}

function refIn(ref: unknown): { readonly ref?: Ref } {
  if (ref === undefined || ref === null) return {};
  if (typeof ref === 'number' || (typeof ref === 'string' && ref.length <= LONGEST_REF)) return { ref };
  return refuse(GATEWAY_ERRORS.BAD_LINE, `\`ref\` is neither a number nor a text of at most ${LONGEST_REF} characters`);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(GATEWAY_ERRORS.BAD_LINE, 'the line is not UTF-8');
  }
}
