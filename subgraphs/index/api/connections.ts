import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { PageInfo } from '../../kit/page-info.ts';
import type { Page } from '../search/connection.ts';
import type { Hit } from '../search/hit.ts';
import { MOST_COUNTED } from '../search/page.ts';
import { CaseHit, LiaisonContactHit, RecordHit } from './hits.ts';

/** It takes a query of its own. */
const COUNTED = '@cost(weight: 5)';

const COUNT =
  `How many hits there are for this viewer and purpose, on all pages. No more than ${MOST_COUNTED} are counted: ` +
  `that number stands for as many, or more.`;

/** A connection as resolvers give it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

export const RecordConnection = connectionType('Record', () => RecordHit);
export const CaseConnection = connectionType('Case', () => CaseHit);
export const LiaisonContactConnection = connectionType('LiaisonContact', () => LiaisonContactHit);

/** A page as a connection. */
export function connectionOf<Node>({ hits, count, ...page }: Page, node: (hit: Hit) => Node): Connection<Node> {
  const { hasNextPage, hasPreviousPage } = page;
  const startCursor = hits[0]?.cursor ?? null;
  const endCursor = hits.at(-1)?.cursor ?? null;
  return {
    edges: hits.map(({ hit, cursor }) => ({ cursor, node: node(hit) })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
    totalCount: count,
  };
}

function connectionType(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'A hit and its place in the order.' })
  class Edge {
    @Field(() => String, { description: 'The place: good for this viewer, purpose and query only.' })
    cursor!: string;

    @Field(node, { nullable: true, description: 'The hit; absent where the gateway, asking again, finds it withheld.' })
    node!: object | null;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: 'A page of hits (Relay).' })
  class Page {
    @Field(() => [Edge], { description: 'The hits of this page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo!: PageInfo;

    @Directive(COUNTED)
    @Field(() => Int, { description: COUNT })
    totalCount!: number;
  }
  return Page;
}
