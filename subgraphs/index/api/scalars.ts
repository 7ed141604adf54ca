import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { descriptionOf } from '../../kit/described.ts';

/** `2010-03-26`, as a text; whether it is a day of the calendar is for the search to say. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: descriptionOf('LocalDate'),
  serialize: textIn,
  parseValue: textIn,
  parseLiteral: (node) => textIn(node.kind === Kind.STRING ? node.value : undefined),
});

/** Label values by name, as they are. */
export const Labels = new GraphQLScalarType({ name: 'Labels', description: descriptionOf('Labels') });

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError('a LocalDate is a text `YYYY-MM-DD`');
}
