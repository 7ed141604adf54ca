import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Member } from '../profile/profile.ts';
import type { IndexRequest } from '../request.ts';
import { Agency } from './agency.ts';
import { CaseHit, RecordHit } from './hits.ts';
import { SubjectKind } from './target-enums.ts';
import { ABSENT_HIT, casesIn, recordsIn } from './target-hits.ts';

@ObjectType('TargetMember', {
  simpleResolvers: true,
  description:
    'A person, group or organization as one agency knows them; or records of it that do not show of whom they are.',
})
export class TargetMember {
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

  @Field(() => [RecordHit], { nullable: 'items', description: `Records in which it appears; ${ABSENT_HIT}` })
  records(): readonly RecordHit[] {
    return recordsIn(this.#member.figure.hits, this.#request);
  }

  @Field(() => [CaseHit], { nullable: 'items', description: `Cases in which it appears; ${ABSENT_HIT}` })
  cases(): readonly CaseHit[] {
    return casesIn(this.#member.figure.hits, this.#request);
  }
}
