import type { IndexRequest } from '../request.ts';
import type { Hit } from '../search/hit.ts';
import { tellOfSilentHits } from '../search/silent-hits.ts';
import type { Sought } from '../search/sought.ts';
import { around } from './around.ts';
import { figuresOf, type Figure } from './figures.ts';
import { SEARCHED, find, type Found } from './find.ts';
import { graphOf, type Graph } from './graph.ts';
import { holdingsOf } from './held.ts';
import { linksBetween, type Link } from './links.ts';
import { leadingOn } from './next.ts';
import { seenIn, type Seen } from './sights.ts';
import { soughtKeys, type SoughtKeys } from './sought-keys.ts';

/** What all agencies have on one target, as far as the viewer may see. */
export interface Profile {
  /** The likeliest first, those together that are taken for one. */
  readonly members: readonly Member[];
  readonly links: readonly ProfileLink[];
  readonly graph: Graph;
  /** All records and cases of the members, each once. */
  readonly hits: readonly Hit[];
  /** There may be more of them, or of what they have in common. */
  readonly truncated: boolean;
}

/** Somebody, as one originator knows them. */
export interface Member {
  readonly key: string;
  /** From 1. Members of one cluster are taken for one and the same. */
  readonly cluster: number;
  readonly figure: Figure;
}

/** A link between members, by their keys. */
export interface ProfileLink extends Omit<Link, 'from' | 'to'> {
  readonly from: string;
  readonly to: string;
}

/** How many records and cases a profile is made of. */
const MOST_FOUND = 200;

/** What is sought is looked for wherever it leads: the largest number that PostgreSQL counts rows by here. */
const ANY_NUMBER = 2 ** 31 - 1;

/** A selector that leads a viewer to more than that is not followed. */
const MOST_LEADS = 1_000;

/** How many members are told of. */
export const MOST_MEMBERS = 200;

/**
 * The profile of what is sought: what it leads to, and, in two steps, what the selectors lead to that are shown there. It
 * is made anew each time, of what is there, and kept nowhere.
 *
 * INVARIANT: a profile says nothing that its viewer could not come to by searching, one selector after the other.
 */
export async function profileOf(sought: Sought, first: number, request: IndexRequest): Promise<Profile> {
  for (const family of SEARCHED) {
    const search = { family, terms: [], sought: [sought], order: { by: 'relevance' } } as const;
    const codes = request.agencies.map(({ code }) => code);
    await tellOfSilentHits({ search, sought: 'all' }, codes, request);
  }
  const keys = soughtKeys(sought);
  const found = await find([sought], { most: MOST_FOUND + 1, leads: ANY_NUMBER, known: [] }, request);
  const gathered = new Gathering(keys, request);
  await gathered.add(found);
  await gathered.follow('names too');
  await gathered.follow('no names');
  return told(gathered, first, request);
}

/** What was gathered so far. */
class Gathering {
  readonly #sought: SoughtKeys;
  readonly #request: IndexRequest;
  readonly #followed = new Set<string>();
  #seen: readonly Seen[] = [];
  #found: readonly Hit[] = [];
  isFull = false;

  constructor(sought: SoughtKeys, request: IndexRequest) {
    this.#sought = sought;
    this.#request = request;
    for (const blind of sought.blinds) this.#followed.add(blind);
  }

  async add(found: readonly Found[]): Promise<void> {
    const room = MOST_FOUND - this.#found.length;
    this.isFull ||= found.length > room;
    const held = await holdingsOf(found.slice(0, room), this.#request);
    this.#found = [...this.#found, ...held.map(({ hit }) => hit)];
    this.#seen = [...this.#seen, ...held.map((one) => seenIn(one, this.#sought, this.#request.grant))];
  }

  /** One step further: by what is shown of whoever is the same as what is sought. */
  async follow(names: 'names too' | 'no names'): Promise<void> {
    const { figures, links } = this.figures();
    const { same } = around(figures, links);
    const next = leadingOn([...same], this.#followed, names === 'names too' ? this.#sought : undefined);
    for (const figure of same) for (const { blind } of figure.selectors.values()) this.#followed.add(blind);
    const known = this.#found.flatMap(({ id, disclosure }) => (disclosure === 'FULL' ? [id] : []));
    const most = MOST_FOUND - this.#found.length + 1;
    await this.add(await find(next, { most, leads: MOST_LEADS, known }, this.#request));
  }

  figures(): { readonly figures: readonly Figure[]; readonly links: readonly Link[] } {
    const figures = figuresOf(this.#seen, this.#sought);
    return { figures, links: linksBetween(figures) };
  }
}

function told(gathered: Gathering, first: number, request: IndexRequest): Profile {
  const { figures, links } = gathered.figures();
  const { clusters } = around(figures, links);
  const all = clusters.flatMap((of, at) => of.map((figure) => ({ figure, cluster: at + 1 })));
  const members = all.slice(0, first).map((member, at) => ({ ...member, key: `m${at + 1}` }));
  const keys = new Map(members.map(({ figure, key }) => [figure, key]));
  const between = links.filter(({ from, to }) => keys.has(from) && keys.has(to));
  const inProfile = new Set(all.map(({ figure }) => figure));
  const others = figures.filter((figure) => !inProfile.has(figure));
  return {
    members,
    links: between.map((link) => ({ ...link, from: keys.get(link.from)!, to: keys.get(link.to)! })),
    graph: graphOf(keys, others, between, request),
    hits: [...new Set(members.flatMap(({ figure }) => figure.hits))],
    truncated: gathered.isFull || members.length < all.length,
  };
}
