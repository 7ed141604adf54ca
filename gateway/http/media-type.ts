/** The media types of a GraphQL response: https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types */
const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** How a response is written for a client that sent this `accept`. `undefined`: it accepts nothing that is written here. */
export function mediaTypeFor(accept: string | undefined): string | undefined {
  const ranges = rangesIn(accept);
  const offers = [JSON_TYPE, GRAPHQL_TYPE].map((type) => ({ type, ...wanted(type, ranges) }));
  const [best] = offers
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality || one.place - other.place);
  return best && `${best.type}; charset=utf-8`;
}

/**
 * Whether a client asks for `application/json` by name, and gets it: it reads the body and not the status, as clients did
 * before GraphQL had a media type of its own.
 */
export function readsJsonOnly(accept: string | undefined): boolean {
  const named = rangesIn(accept).some(({ type }) => type === JSON_TYPE);
  return named && mediaTypeFor(accept)?.startsWith(JSON_TYPE) === true;
}

/** The most specific range that fits decides (RFC 9110, 12.5.1). */
function wanted(type: string, ranges: readonly Range[]): { readonly quality: number; readonly place: number } {
  for (const range of [type, 'application/*', '*/*']) {
    const place = ranges.findIndex((one) => one.type === range);
    const found = ranges[place];
    if (found) return { quality: found.quality, place };
  }
  return { quality: 0, place: ranges.length };
}

function rangesIn(accept: string | undefined): readonly Range[] {
  const text = accept?.trim() ? accept : '*/*';
  return text.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
}
