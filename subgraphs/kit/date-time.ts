import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { descriptionOf } from './described.ts';

/** `2010-03-26T09:30:00Z`, as a text; whether it is an instant is for whoever reads it to say. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: descriptionOf('DateTime'),
  serialize: (value) => (value instanceof Date ? value.toISOString() : textIn(value)),
  parseValue: textIn,
  parseLiteral: (node) => textIn(node.kind === Kind.STRING ? node.value : undefined),
});

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('a DateTime is a text `2010-03-26T09:30:00Z`');
}
