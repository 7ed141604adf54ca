import { Directive, ObjectType } from 'type-graphql';
import type { IdentifierValue } from '../../data/entities.ts';
import { IdentifierKind } from '../enums.ts';
import { Nullable } from '../nullable.ts';

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class Identifier implements IdentifierValue {
  @Nullable(() => IdentifierKind)
  kind!: IdentifierValue['kind'];

  @Nullable(() => String)
  value!: string;

  @Nullable(() => String)
  country!: string | null;
}
