import { Directive, Field, ID, InterfaceType, ObjectType, type ClassType } from 'type-graphql';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { descriptionOf, idDescriptionOf } from '../../kit/described.ts';

/** A liaison contact as the federation refers to it: the agency's own type, and the id. */
export interface ContactReference {
  readonly __typename: string;
  readonly id: string;
}

const ID_DESCRIPTION = { description: idDescriptionOf('LiaisonContact') };

/** The contract's liaison contact, of which de-confliction knows the id. */
@InterfaceType('LiaisonContact', {
  description: descriptionOf('LiaisonContact'),
  autoRegisterImplementations: false,
  resolveType: ({ __typename }: ContactReference) => __typename,
})
export abstract class LiaisonContact {
  @Field(() => ID, ID_DESCRIPTION)
  readonly id!: string;
}

/** An agency's own type of contacts: `IceLiaisonContact`. The agency resolves it. */
export function contactStubOf({ prefix }: AgencyEntry): ClassType {
  const name = `${prefix}LiaisonContact`;
  const known = stubs.get(name) ?? stub(name);
  stubs.set(name, known);
  return known;
}

/** type-graphql keeps every class that it is told of: each is made once. */
const stubs = new Map<string, ClassType>();

function stub(name: string): ClassType {
  class Stub {}
  Field(() => ID, ID_DESCRIPTION)(Stub.prototype, 'id');
  Directive('@key(fields: "id", resolvable: false)')(Stub);
  ObjectType(name, { implements: LiaisonContact, description: descriptionOf('LiaisonContact') })(Stub);
  return Stub;
}

/** A reference to an agency's contact; null: there is none. */
export function contactOf(
  agency: string,
  id: string | null,
  agencies: readonly AgencyEntry[],
): ContactReference | null {
  const entry = agencies.find(({ code }) => code === agency);
  return entry && id !== null ? { __typename: `${entry.prefix}LiaisonContact`, id } : null;
}

/** A reference to an agency; the registry resolves the rest. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ simpleResolvers: true, description: descriptionOf('Agency') })
export class Agency {
  @Field(() => ID, { description: "The agency's code: `ICE`." })
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}
