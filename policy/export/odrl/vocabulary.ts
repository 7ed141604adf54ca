/** The ODRL profile of agreements: its terms are described in `docs/export.md`. */
export const PROFILE = 'https://concordat.example/ns/odrl';

/** What the words of an exported document stand for. */
export const CONTEXT = [
  'http://www.w3.org/ns/odrl.jsonld',
  {
    concordat: `${PROFILE}#`,
    area: `${PROFILE}/area#`,
    use: `${PROFILE}/use#`,
    dcterms: 'http://purl.org/dc/terms/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    dpv: 'https://w3id.org/dpv#',
    'sector-law': 'https://w3id.org/dpv/sector/law#',
  },
] as const;

/** A node of a JSON-LD document. */
export type Node = Readonly<Record<string, unknown>>;

/** A reference to a term or a thing. */
export function ref(id: string): Node {
  return { '@id': id };
}

/** A calendar date. */
export function date(day: string): Node {
  return { '@value': day, '@type': 'xsd:date' };
}

/** An instant at midnight (UTC). */
export function midnight(day: Date): Node {
  return { '@value': day.toISOString().replace('.000', ''), '@type': 'xsd:dateTime' };
}

/** The name of an agency or a group. */
export function partyName(code: string): string {
  return `urn:concordat:party:${code}`;
}

/** The name of an agreement, or of one of its clauses. */
export function agreementName(id: string, clause?: string): string {
  const name = `urn:concordat:agreement:${id}`;
  return clause === undefined ? name : `${name}#${encodeURIComponent(clause)}`;
}

/** What an agency, or each of several, holds: the collection from which clauses choose. */
export const HOLDINGS = 'urn:concordat:holdings';
