import { FILTER_FIELDS } from '../operations/filters.ts';
import type { Operation } from '../operations/variables.ts';
import type { Twin } from '../twin/twin.ts';
import type { Viewer } from '../world/viewers.ts';
import { dataOf, type Heard } from './ask.ts';
import type { Asked } from './pass.ts';

/** Counts what the cases of a run have met, so that a run that met nothing is no success. */
export class Coverage {
  readonly #counts = new Map<string, number>();
  cases = 0;
  pairs = 0;
  changes = 0;
  /** The fewest changes between two worlds. */
  fewest = Infinity;

  /** Notes a pair of worlds and what was asked in them. */
  pair(viewer: Viewer, { changes }: Twin, all: readonly Asked[]): void {
    this.pairs += 1;
    this.changes += changes.length;
    this.fewest = Math.min(this.fewest, changes.length);
    for (const { change } of changes) this.#count(`change ${change.kind}`);
    this.#count(viewer.purpose ? 'viewer with a purpose' : 'viewer without a purpose');
    for (const { operation, heard } of all) this.#case(operation, heard, viewer);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The share of cases whose answer told of some object. */
  get telling(): number {
    return this.of('telling') / this.cases;
  }

  toString(): string {
    const counts = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name}: ${count}`);
    return `${this.cases} cases, ${this.pairs} pairs, ${this.changes} changes (at least ${this.fewest})\n${counts.join('\n')}`;
  }

  #count(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }

  #case(operation: Operation, heard: Heard, viewer: Viewer): void {
    this.cases += 1;
    for (const { field } of operation.document.roots) this.#count(`root ${field}`);
    for (const name of filtersIn(operation)) this.#count(`filter ${name}`);
    const variables = JSON.stringify(operation.variables);
    if (/"after\d":"(?!foreign|nothing)\S{20,}/.test(variables)) this.#count('page further on');
    if (variables.includes('"foreign')) this.#count('cursor of somebody else');
    this.#answer(heard);
    for (const whose of whoseObjects(heard, viewer)) this.#count(whose);
    if (findsTextsOfOthers(heard, viewer)) this.#count('text of another agency');
  }

  #answer(heard: Heard): void {
    const { errors = [], extensions } = JSON.parse(heard.text) as AnswerShape;
    const { withheld = [], spent } = extensions?.visibility ?? {};
    for (const { extensions: of } of errors) this.#count(`error ${of?.code}`);
    for (const reason of new Set(withheld.map((one) => one.reason))) this.#count(`reason ${reason}`);
    if (spent) this.#count('spent');
    if (Object.values(dataOf(heard) ?? {}).some(isTold)) this.#count('telling');
    if (heard.text.includes('••••')) this.#count('masked');
    for (const level of ['FULL', 'CONTACT', 'EXISTS']) {
      if (heard.text.includes(`"disclosure":"${level}"`)) this.#count(`level ${level}`);
    }
  }
}

interface AnswerShape {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: {
    readonly visibility?: { readonly withheld?: readonly { readonly reason: string }[]; readonly spent?: unknown };
  };
}

/** Whether an answer tells of objects of the viewer's own agency, and of another. */
function whoseObjects(heard: Heard, { agency }: Viewer): ReadonlySet<string> {
  const owners = JSON.stringify(dataOf(heard)).matchAll(/"originator":\{"code":"(\w+)"/g);
  return new Set([...owners].map(([, code]) => (code === agency ? 'one’s own agency' : 'another agency')));
}

/** Whether a search by text found something that another agency holds. */
function findsTextsOfOthers(heard: Heard, { agency }: Viewer): boolean {
  const all = Object.values(dataOf(heard) ?? {}).filter(Array.isArray);
  return all.flatMap(searchesThatFound).some(({ id }) => id !== agency);
}

/** Of a list of searches by text, those with a hit. */
function searchesThatFound(list: readonly unknown[]): readonly { readonly id?: unknown }[] {
  const searches = list.filter((one): one is object => typeof one === 'object' && one !== null && 'id' in one);
  return searches.filter((one) => Object.values(one).some((hits) => Array.isArray(hits) && hits.length > 0));
}

/** A page with a hit on it, a search by text that found something, or an object that was looked up. */
function isTold(value: unknown): boolean {
  if (Array.isArray(value)) return searchesThatFound(value).length > 0;
  if (typeof value !== 'object' || value === null) return false;
  const { edges, totalCount } = value as { readonly edges?: readonly unknown[]; readonly totalCount?: number };
  if (edges === undefined && totalCount === undefined) return true;
  return (edges?.length ?? 0) > 0 || (totalCount ?? 0) > 0;
}

/** `records.kinds`, whether the filter is in the document or in a variable. */
function filtersIn({ document, variables }: Operation): ReadonlySet<string> {
  const inVariables = document.roots.flatMap(({ field, filter }) =>
    Object.keys((variables[filter ?? ''] as object | null | undefined) ?? {}).map((name) => `${field}.${name}`),
  );
  const literal = [...document.text.matchAll(/(records|cases|liaisonContacts)\(filter: \{ ([^}]*) \}/g)];
  const inText = literal.flatMap(([, field, body]) =>
    FILTER_FIELDS[field as keyof typeof FILTER_FIELDS]
      .filter((name) => body!.includes(`${name}:`))
      .map((name) => `${field}.${name}`),
  );
  return new Set([...inVariables, ...inText]);
}
