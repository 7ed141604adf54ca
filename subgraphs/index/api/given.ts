import { Field } from 'type-graphql';

/** A field of an input, which may be left out. */
export function Given(type: Parameters<typeof Field>[0], description: string): PropertyDecorator {
  return Field(type, { nullable: true, description });
}
