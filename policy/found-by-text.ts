import { TEXT_PAGE, textFieldsOf, type TextFamily, type TextField } from '../schema/text-search.ts';

/** A record or case that its agency found by a text. */
export interface FoundByText {
  /** A UUID. */
  readonly id: string;
  /** Those of its fields in which the text stands. */
  readonly foundIn: readonly TextField[];
  /** How relevant it is. */
  readonly rank: number;
}

/** What agencies found by a text, by their codes. */
export type FoundOfAgencies = ReadonlyMap<string, readonly FoundByText[]>;

/** The highest rank that counts: as text it has eight digits. */
const HIGHEST_RANK = 99_999_999;

/** What such a list begins with. */
const MARK = '~text1';

/** A UUID, which fields, and the rank: in base64url a whole number of characters. */
const BYTES = { id: 16, foundIn: 1, rank: 4 } as const;
const ALL_BYTES = BYTES.id + BYTES.foundIn + BYTES.rank;
const CHARACTERS = (ALL_BYTES / 3) * 4;

const OF_ONE = /^([\w-]{1,64}):([A-Za-z0-9_-]*)$/u;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * The text by which what agencies found goes to the hub in the place of the words that were looked for: `~text1;ICE:…;FBI:…`.
 * What has no id, or stands there a second time, is left out.
 */
export function writeFound(family: TextFamily, found: FoundOfAgencies): string {
  const each = [...found].map(([code, list]) => {
    const once = new Map(list.filter(({ id }) => UUID.test(id)).map((one) => [one.id, one]));
    const bytes = [...once.values()].slice(0, TEXT_PAGE.most).map((one) => bytesOf(family, one));
    return `;${code}:${Buffer.concat(bytes).toString('base64url')}`;
  });
  return MARK + each.join('');
}

/** @returns undefined: it is no such text */
export function readFound(family: TextFamily, text: string): FoundOfAgencies | undefined {
  const [mark, ...each] = text.split(';');
  if (mark !== MARK) return undefined;
  const read = each.map((one) => readOne(family, one));
  return read.every((one) => one !== undefined) ? new Map(read) : undefined;
}

function readOne(family: TextFamily, text: string): readonly [string, readonly FoundByText[]] | undefined {
  const [, code, list] = OF_ONE.exec(text) ?? [];
  if (code === undefined || list === undefined || list.length % CHARACTERS > 0) return undefined;
  const bytes = Buffer.from(list, 'base64url');
  if (bytes.length > TEXT_PAGE.most * ALL_BYTES) return undefined;
  const count = bytes.length / ALL_BYTES;
  const found = Array.from({ length: count }, (_, at) => foundAt(family, bytes.subarray(at * ALL_BYTES)));
  return [code, found];
}

function bytesOf(family: TextFamily, { id, foundIn, rank }: FoundByText): Buffer {
  const bytes = Buffer.alloc(ALL_BYTES);
  bytes.write(id.replaceAll('-', ''), 'hex');
  bytes.writeUInt8(bitsOf(family, foundIn), BYTES.id);
  bytes.writeUInt32BE(Math.min(Math.max(Math.trunc(rank), 0), HIGHEST_RANK), BYTES.id + BYTES.foundIn);
  return bytes;
}

function foundAt(family: TextFamily, bytes: Buffer): FoundByText {
  const bits = bytes.readUInt8(BYTES.id);
  return {
    id: bytes.toString('hex', 0, BYTES.id).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-'),
    foundIn: textFieldsOf(family).flatMap(([field], place) => (bits & (1 << place) ? [field] : [])),
    rank: Math.min(bytes.readUInt32BE(BYTES.id + BYTES.foundIn), HIGHEST_RANK),
  };
}

function bitsOf(family: TextFamily, foundIn: readonly TextField[]): number {
  return textFieldsOf(family).reduce(
    (bits, [field], place) => (foundIn.includes(field) ? bits | (1 << place) : bits),
    0,
  );
}
