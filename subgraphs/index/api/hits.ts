import { Arg, Directive, Field, ObjectType } from 'type-graphql';
import type { Labels as LabelValues } from '../../../policy/condition/evaluate.ts';
import type { IndexRequest } from '../request.ts';
import { contactOf } from '../search/contact.ts';
import type { Hit } from '../search/hit.ts';
import { Agency } from './agency.ts';
import { Disclosure } from './enums.ts';
import { REFERENCES, type Reference } from './references.ts';
import { Labels } from './scalars.ts';

const WHOM_TO_CALL = 'Whom to call about it; absent where it is only said to exist.';

/** What every hit says. */
@ObjectType({ simpleResolvers: true })
abstract class AnyHit {
  readonly hit: Hit;
  readonly request: IndexRequest;

  constructor(hit: Hit, request: IndexRequest) {
    this.hit = hit;
    this.request = request;
  }

  @Field(() => Disclosure, { description: 'How much of it agreements disclose.' })
  disclosure(): string {
    return this.hit.disclosure;
  }

  @Field(() => Agency, { description: 'The agency whose it is.' })
  originator(): Agency {
    return new Agency(this.hit.originator);
  }

  @Directive('@inaccessible')
  @Field(() => Labels, {
    nullable: true,
    description: 'Labels that conditions of the grant read; answered to servers only.',
  })
  labels(@Arg('names', () => [String]) names: string[]): LabelValues {
    const { hit, request } = this;
    const read = request.grant.labels(hit.originator, hit.family);
    const wanted = names.filter((name) => read.includes(name) && Object.hasOwn(hit.labels, name));
    return Object.fromEntries(wanted.map((name) => [name, hit.labels[name]]));
  }
}

@ObjectType({ simpleResolvers: true, description: 'A record that was found.' })
export class RecordHit extends AnyHit {
  @Field(() => REFERENCES.LiaisonContact, { nullable: true, description: WHOM_TO_CALL })
  contact(): Promise<Reference | null> {
    return contact(this);
  }

  @Field(() => REFERENCES.Record, { nullable: true, description: 'The record; absent unless the disclosure is FULL.' })
  record(): Reference | null {
    return inFull(this);
  }
}

@ObjectType({ simpleResolvers: true, description: 'A case that was found.' })
export class CaseHit extends AnyHit {
  @Field(() => REFERENCES.LiaisonContact, { nullable: true, description: WHOM_TO_CALL })
  contact(): Promise<Reference | null> {
    return contact(this);
  }

  @Field(() => REFERENCES.Case, { nullable: true, description: 'The case; absent unless the disclosure is FULL.' })
  case(): Reference | null {
    return inFull(this);
  }
}

@ObjectType({ simpleResolvers: true, description: 'A liaison contact that was found.' })
export class LiaisonContactHit extends AnyHit {
  @Field(() => REFERENCES.LiaisonContact, {
    nullable: true,
    description: 'The contact; absent unless the disclosure is FULL.',
  })
  liaisonContact(): Reference | null {
    return inFull(this);
  }
}

/** The federation's reference to a pointer. */
export function referenceOf({ family, id, originator }: Hit, { agencies }: IndexRequest): Reference | null {
  const agency = agencies.find(({ code }) => code === originator);
  return agency ? { __typename: agency.prefix + family, id } : null;
}

function inFull({ hit, request }: AnyHit): Reference | null {
  return hit.disclosure === 'FULL' ? referenceOf(hit, request) : null;
}

async function contact({ hit, request }: AnyHit): Promise<Reference | null> {
  const found = await contactOf(hit, request);
  return found && referenceOf(found, request);
}
