import { createHash } from 'node:crypto';
import { ONE_AND_THE_SAME, isIssued, isNameKind } from '../../../matching/evidence.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { IndexRequest } from '../request.ts';
import { viewerAndPurpose } from '../search/bound.ts';
import type { Figure } from './figures.ts';
import { grouped } from './grouped.ts';
import type { Link } from './links.ts';

/** A profile as a frontend draws it. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** A member, somebody who appears with one, or a selector that several of them have. */
export interface Node {
  readonly key: string;
  readonly kind: 'MEMBER' | 'ASSOCIATE' | 'SELECTOR';
  readonly figure?: Figure;
  readonly selector?: SelectorKind;
}

/** Why two nodes are joined. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly why: 'SAME' | 'POSSIBLY_THE_SAME' | 'APPEARS_WITH' | 'HAS';
}

/** How many associates are told of. */
const MOST_ASSOCIATES = 200;

/** The graph of these members: `others` of whom a subject is shown beside one of them are their associates. */
export function graphOf(
  keys: ReadonlyMap<Figure, string>,
  others: readonly Figure[],
  links: readonly Link[],
  request: IndexRequest,
): Graph {
  const members = [...keys].map(([figure, key]) => ({ key, kind: 'MEMBER' as const, figure }));
  const associates = others
    .filter((figure) => figure.subject && members.some((member) => together(member.figure, figure)))
    .slice(0, MOST_ASSOCIATES)
    .map((figure, at) => ({ key: `a${at + 1}`, kind: 'ASSOCIATE' as const, figure }));
  const selectors = sharedSelectors([...members, ...associates], request);
  return {
    nodes: [
      ...members,
      ...associates,
      ...selectors.map(({ key, selector }) => ({ key, kind: 'SELECTOR' as const, selector })),
    ],
    edges: [
      ...links.map(({ from, to, score }) => ({ from: keys.get(from)!, to: keys.get(to)!, why: verdict(score) })),
      ...members.flatMap(({ key: from, figure }) =>
        associates
          .filter((associate) => together(figure, associate.figure))
          .map(({ key: to }) => ({ from, to, why: 'APPEARS_WITH' as const })),
      ),
      ...selectors.flatMap(({ key: to, holders }) => holders.map((from) => ({ from, to, why: 'HAS' as const }))),
    ],
  };
}

function verdict(score: number): Edge['why'] {
  return score >= ONE_AND_THE_SAME ? 'SAME' : 'POSSIBLY_THE_SAME';
}

function together(one: Figure, other: Figure): boolean {
  return one.hits.some((hit) => other.hits.includes(hit));
}

interface SharedSelector {
  readonly key: string;
  readonly selector: SelectorKind;
  readonly holders: readonly string[];
}

/** A name has many keys, none of which is a thing to draw. */
function sharedSelectors(
  nodes: readonly { readonly key: string; readonly figure: Figure }[],
  request: IndexRequest,
): readonly SharedSelector[] {
  const held = nodes.flatMap(({ key, figure }) =>
    [...figure.selectors].map(([identity, { kind, blind }]) => ({ identity, holder: key, kind, blind })),
  );
  const numbers = held.filter(({ kind }) => !isNameKind(kind));
  const shared = [...grouped(numbers, ({ identity }) => identity).values()].filter((of) => of.length > 1);
  return shared
    .map((of) => ({ ...of[0]!, holders: of.map(({ holder }) => holder) }))
    .filter((one, at, all) => !all.some((other, place) => isFormOf(one, other, at > place)))
    .map(({ blind, kind, holders }) => ({ key: opaque(blind, request), selector: kind, holders }));
}

type Drawn = Pick<SharedSelector, 'holders'> & { readonly kind: SelectorKind };

/** A document is found with its country and without: what nobody has but those who have another is taken for a form of that. */
function isFormOf(one: Drawn, other: Drawn, isLater: boolean): boolean {
  if (one === other || one.kind !== other.kind || !isIssued(one.kind)) return false;
  if (!one.holders.every((holder) => other.holders.includes(holder))) return false;
  return one.holders.length < other.holders.length || isLater;
}

/** INVARIANT: nobody learns of what it stands for, nor whether another viewer, or another purpose, was told of the same. */
function opaque(blind: string, request: IndexRequest): string {
  const bound = JSON.stringify(['selector', ...viewerAndPurpose(request)]);
  const sealed = request.cursors.seal({ key: null, id: blind, disclosure: 'EXISTS' }, bound);
  return `s${createHash('sha256').update(sealed).digest('base64url').slice(0, OPAQUE_CHARACTERS)}`;
}

const OPAQUE_CHARACTERS = 22;
