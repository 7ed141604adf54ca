import { Field } from 'type-graphql';

type Decorator = ReturnType<typeof Field>;
type TypeFunction = Parameters<typeof Field>[0];

/** A field that may be null: a withheld value is. */
export function Nullable(type: TypeFunction): Decorator {
  return Field(type, { nullable: true });
}
