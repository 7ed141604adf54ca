import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { descriptionOf } from '../../kit/described.ts';

/** `2010-03-26T09:30:00Z`, as a text; whether it is an instant is for the declaration to say. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: descriptionOf('DateTime'),
  serialize: (value) => (value instanceof Date ? value.toISOString() : textIn(value)),
  parseValue: textIn,
  parseLiteral: (node) => textIn(node.kind === Kind.STRING ? node.value : undefined),
});

/** Whose work met whose, and by what: `policy/deconfliction.ts`, without what was declared. */
export const Meeting = new GraphQLScalarType({ name: 'Meeting', description: 'By what the work of two agencies met.' });

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('a DateTime is a text `2010-03-26T09:30:00Z`');
}
