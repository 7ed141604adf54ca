import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kit/described.ts';
import type { Edge, Graph, Node } from '../profile/graph.ts';
import { Agency } from './agency.ts';
import { SelectorKind } from '../../kit/selector-kind.ts';
import { SubjectKind } from './target-enums.ts';

const NodeKind = describedEnum('TargetNodeKind', 'What a node stands for.', {
  MEMBER: 'A member of the profile.',
  ASSOCIATE: 'Somebody who appears in the same record or case as a member.',
  SELECTOR: 'Something that several of them have: a telephone, an account.',
});

const EdgeKind = describedEnum('TargetEdgeKind', 'Why two nodes are joined.', {
  SAME: 'They are taken for one and the same.',
  POSSIBLY_THE_SAME: 'They may be one and the same.',
  APPEARS_WITH: 'They appear in the same record or case.',
  HAS: 'The first has the second.',
});

@ObjectType('TargetNode', { simpleResolvers: true, description: 'A node of the graph.' })
class TargetNode {
  readonly #node: Node;

  constructor(node: Node) {
    this.#node = node;
  }

  @Field(() => String, { description: "Its name in this answer; a member's is its key." })
  key(): string {
    return this.#node.key;
  }

  @Field(() => NodeKind, { description: 'What it stands for.' })
  kind(): string {
    return this.#node.kind;
  }

  @Field(() => Agency, { nullable: true, description: 'The agency that knows them so; of a selector, none.' })
  originator(): Agency | null {
    return this.#node.figure ? new Agency(this.#node.figure.originator) : null;
  }

  @Field(() => SubjectKind, { nullable: true, description: 'What a member or an associate is, where that is shown.' })
  subjectKind(): string | null {
    return this.#node.figure?.subject?.type ?? null;
  }

  @Field(() => ID, { nullable: true, description: "The agency's own id of the subject, where it is shown." })
  subject(): string | null {
    return this.#node.figure?.subject?.id ?? null;
  }

  @Field(() => SelectorKind, { nullable: true, description: 'Of what kind a selector is; never what it is.' })
  selector(): string | null {
    return this.#node.selector ?? null;
  }
}

@ObjectType('TargetEdge', { simpleResolvers: true, description: 'An edge of the graph.' })
class TargetEdge {
  @Field(() => String, { description: 'One node, by its key.' })
  from!: string;

  @Field(() => String, { description: 'The other.' })
  to!: string;

  @Field(() => EdgeKind, { description: 'Why they are joined.' })
  why!: Edge['why'];
}

@ObjectType('TargetGraph', { simpleResolvers: true, description: 'Members, associates, and what they share.' })
export class TargetGraph {
  @Directive('@listSize(assumedSize: 200)')
  @Field(() => [TargetNode], { description: 'The nodes.' })
  nodes!: readonly TargetNode[];

  @Directive('@listSize(assumedSize: 500)')
  @Field(() => [TargetEdge], { description: 'The edges.' })
  edges!: readonly Edge[];
}

/** A graph as it is answered. */
export function targetGraph({ nodes, edges }: Graph): TargetGraph {
  return { nodes: nodes.map((node) => new TargetNode(node)), edges };
}
