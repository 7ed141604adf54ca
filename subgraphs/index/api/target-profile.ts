import { Directive, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { SELECTOR_KINDS } from '../../../schema/selectors.ts';
import { describedEnum } from '../../kit/described.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { Edge, Node } from '../profile/graph.ts';
import type { Reason } from '../profile/links.ts';
import { MOST_MEMBERS, profileOf, type Member, type Profile, type ProfileLink } from '../profile/profile.ts';
import type { IndexRequest } from '../request.ts';
import type { Family } from '../columns.ts';
import { soughtIn, type FilterValues } from '../search/sought.ts';
import { Agency } from './agency.ts';
import { CaseHit, RecordHit } from './hits.ts';
import { selectorFields } from './selector-fields.ts';

const SUBJECT = {
  PERSON: 'A natural person.',
  GROUP: 'A group without legal personality.',
  ORGANIZATION: 'A legal person.',
};
const SubjectKind = describedEnum('SubjectKind', 'Whom a record or a case is about.', SUBJECT);

const KIND_TEXTS = Object.fromEntries(
  SELECTOR_KINDS.map((kind) => [kind, `${kind.toLowerCase().replaceAll('_', ' ')}.`]),
);
const SelectorKind = describedEnum('SelectorKind', 'A kind of what tells one target from others.', KIND_TEXTS);

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

const OF_SERVERS = 'one is absent where the gateway, asking again, finds it withheld.';

@InputType({ description: 'Of whom a profile is wanted: exactly one of these.' })
export class TargetSought extends selectorFields('Record') {}

@ObjectType('TargetMember', {
  simpleResolvers: true,
  description:
    'A person, group or organization as one agency knows them; or records of it that do not show of whom they are.',
})
class TargetMemberType {
  readonly #member: Member;
  readonly #request: IndexRequest;

  constructor(member: Member, request: IndexRequest) {
    this.#member = member;
    this.#request = request;
  }

  @Field(() => String, { description: 'Its name in this answer.' })
  key(): string {
    return this.#member.key;
  }

  @Field(() => Int, { description: 'Members of the same number are taken for one and the same. 1 is the likeliest.' })
  cluster(): number {
    return this.#member.cluster;
  }

  @Field(() => SubjectKind, { nullable: true, description: 'What it is; absent where that is not shown.' })
  kind(): string | null {
    return this.#member.figure.subject?.type ?? null;
  }

  @Field(() => Agency, { description: 'The agency that knows them so.' })
  originator(): Agency {
    return new Agency(this.#member.figure.originator);
  }

  @Field(() => ID, {
    nullable: true,
    description: "The agency's own id of the subject; absent where no record or case shows it.",
  })
  subject(): string | null {
    return this.#member.figure.subject?.id ?? null;
  }

  @Field(() => [RecordHit], { nullable: 'items', description: `Records in which it appears; ${OF_SERVERS}` })
  records(): readonly RecordHit[] {
    return recordsIn(this.#member.figure.hits, this.#request);
  }

  @Field(() => [CaseHit], { nullable: 'items', description: `Cases in which it appears; ${OF_SERVERS}` })
  cases(): readonly CaseHit[] {
    return casesIn(this.#member.figure.hits, this.#request);
  }
}

@ObjectType('TargetReason', { simpleResolvers: true, description: 'What two members have in common.' })
class TargetReasonType {
  @Field(() => SelectorKind, { description: 'Of what kind it is.' })
  kind!: Reason['kind'];

  @Field(() => [String], { description: 'Where it is shown of either: `Person.passports`.' })
  coordinates!: Reason['coordinates'];

  @Field(() => Float, { description: 'How likely it alone would make them the same, from 0 to 1.' })
  score!: number;
}

@ObjectType('TargetLink', { simpleResolvers: true, description: 'Why two members may be one and the same.' })
class TargetLinkType {
  @Field(() => String, { description: 'One member, by its key.' })
  from!: string;

  @Field(() => String, { description: 'The other.' })
  to!: string;

  @Field(() => Float, {
    description: 'How likely they are the same, from 0 to 1; from 0.999 on they are taken for one.',
  })
  score!: number;

  @Field(() => [TargetReasonType], { description: 'What tells so, the strongest first.' })
  reasons!: readonly Reason[];
}

@ObjectType('TargetNode', { simpleResolvers: true, description: 'A node of the graph.' })
class TargetNodeType {
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
class TargetEdgeType {
  @Field(() => String, { description: 'One node, by its key.' })
  from!: string;

  @Field(() => String, { description: 'The other.' })
  to!: string;

  @Field(() => EdgeKind, { description: 'Why they are joined.' })
  why!: Edge['why'];
}

@ObjectType('TargetGraph', { simpleResolvers: true, description: 'Members, associates, and what they share.' })
class TargetGraphType {
  @Directive('@listSize(assumedSize: 200)')
  @Field(() => [TargetNodeType], { description: 'The nodes.' })
  nodes!: readonly TargetNodeType[];

  @Directive('@listSize(assumedSize: 500)')
  @Field(() => [TargetEdgeType], { description: 'The edges.' })
  edges!: readonly Edge[];
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What all agencies hold on one target, as far as this viewer may see: made for this answer, and kept nowhere.',
})
export class TargetProfile {
  readonly #profile: Profile;
  readonly #request: IndexRequest;

  constructor(profile: Profile, request: IndexRequest) {
    this.#profile = profile;
    this.#request = request;
  }

  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [TargetMemberType], { description: 'The likeliest first.' })
  members(): readonly TargetMemberType[] {
    return this.#profile.members.map((member) => new TargetMemberType(member, this.#request));
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [TargetLinkType], { description: 'Why members may be one and the same.' })
  links(): readonly ProfileLink[] {
    return this.#profile.links;
  }

  @Field(() => TargetGraphType, { description: 'The same as nodes and edges, with associates and what is shared.' })
  graph(): TargetGraphType {
    const { nodes, edges } = this.#profile.graph;
    return { nodes: nodes.map((node) => new TargetNodeType(node)), edges };
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [RecordHit], { nullable: 'items', description: `All records of the members, each once; ${OF_SERVERS}` })
  records(): readonly RecordHit[] {
    return recordsIn(this.#profile.hits, this.#request);
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [CaseHit], { nullable: 'items', description: `All cases of the members, each once; ${OF_SERVERS}` })
  cases(): readonly CaseHit[] {
    return casesIn(this.#profile.hits, this.#request);
  }

  @Field(() => Boolean, { description: 'There may be more: no more than 200 records and cases are gathered.' })
  truncated(): boolean {
    return this.#profile.truncated;
  }
}

/**
 * The profile of a target.
 * @throws DeclaredError `BAD_FILTER` or `BAD_PAGE`
 */
export async function targetProfile(of: object, first: number, request: IndexRequest): Promise<TargetProfile> {
  const [only, ...more] = soughtIn(of as FilterValues);
  if (!only || more.length > 0) refuse(INDEX_ERRORS.BAD_FILTER, '`of` must have exactly one field');
  if (first < 0 || first > MOST_MEMBERS) refuse(INDEX_ERRORS.BAD_PAGE, `\`first\` is not from 0 to ${MOST_MEMBERS}`);
  return new TargetProfile(await profileOf(only, first, request), request);
}

function recordsIn(hits: Profile['hits'], request: IndexRequest): readonly RecordHit[] {
  return ofFamily('Record', hits).map((hit) => new RecordHit(hit, request));
}

function casesIn(hits: Profile['hits'], request: IndexRequest): readonly CaseHit[] {
  return ofFamily('Case', hits).map((hit) => new CaseHit(hit, request));
}

function ofFamily(family: Family, hits: Profile['hits']): Profile['hits'] {
  return hits.filter((hit) => hit.family === family);
}
