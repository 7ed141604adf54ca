import { Directive, ObjectType } from 'type-graphql';
import type { HandlingValue, ProvenanceValue } from '../../data/entities.ts';
import { Nullable } from '../nullable.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Handling implements HandlingValue {
  @Nullable(() => [String])
  releasableTo!: string[];

  @Nullable(() => [String])
  notReleasableTo!: string[];

  @Nullable(() => Boolean)
  originatorConsent!: boolean;

  @Nullable(() => Boolean)
  notAsEvidence!: boolean;

  @Nullable(() => [String])
  codes!: string[];
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Provenance implements ProvenanceValue {
  @Nullable(() => String)
  party!: string;

  @Nullable(() => String)
  agreement!: string | null;
}
