import { Directive, Field } from 'type-graphql';
import type { SelectorKind } from '../../../schema/selectors.ts';

/** Declares that an input reads no governed field: what is declared is matched by duties, and shows nobody's data. */
export const ReadsNothing: PropertyDecorator & ParameterDecorator & MethodDecorator = Directive('@readsNothing');

/** Declares that an input is a selector, which the gateway blinds before it comes here. */
export function Blinded(as: SelectorKind): PropertyDecorator {
  return Directive(`@blinded(as: "${as}")`);
}

/** A field of an input, which may be left out, and reads nothing. */
export function Given(type: Parameters<typeof Field>[0], description: string): PropertyDecorator {
  return (target, name) => {
    ReadsNothing(target, name);
    Field(type, { nullable: true, description })(target as object, name);
  };
}

/** A field of an input that must be there, and reads nothing. */
export function Required(type: Parameters<typeof Field>[0], description: string): PropertyDecorator {
  return (target, name) => {
    ReadsNothing(target, name);
    Field(type, { description })(target as object, name);
  };
}
