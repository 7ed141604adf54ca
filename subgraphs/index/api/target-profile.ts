import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import { MOST_MEMBERS, profileOf, type Profile, type ProfileLink } from '../profile/profile.ts';
import type { IndexRequest } from '../request.ts';
import { soughtIn, type FilterValues } from '../search/sought.ts';
import { CaseHit, RecordHit } from './hits.ts';
import { selectorFields } from './selector-fields.ts';
import { TargetGraph, targetGraph } from './target-graph.ts';
import { ABSENT_HIT, casesIn, recordsIn } from './target-hits.ts';
import { TargetLink } from './target-link.ts';
import { TargetMember } from './target-member.ts';

@InputType({ description: 'Of whom a profile is wanted: exactly one of these.' })
export class TargetSought extends selectorFields('Record') {}

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
  @Field(() => [TargetMember], { description: 'The likeliest first.' })
  members(): readonly TargetMember[] {
    return this.#profile.members.map((member) => new TargetMember(member, this.#request));
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [TargetLink], { description: 'Why members may be one and the same.' })
  links(): readonly ProfileLink[] {
    return this.#profile.links;
  }

  @Field(() => TargetGraph, { description: 'The same as nodes and edges, with associates and what is shared.' })
  graph(): TargetGraph {
    return targetGraph(this.#profile.graph);
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [RecordHit], {
    nullable: 'items',
    description: `All records of the members, each once, or, of what is only told of, once for each selector that leads there; ${ABSENT_HIT}`,
  })
  records(): readonly RecordHit[] {
    return recordsIn(this.#profile.hits, this.#request);
  }

  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [CaseHit], {
    nullable: 'items',
    description: `All cases of the members, each once, or, of what is only told of, once for each selector that leads there; ${ABSENT_HIT}`,
  })
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
