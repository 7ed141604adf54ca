import { GraphQLScalarType } from 'graphql';
import { descriptionOf } from '../../kit/described.ts';

/** `2010-03-26`. The registry gives dates out, and takes none. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: descriptionOf('LocalDate'),
});

/** `2010-03-26T09:30:00Z`. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: descriptionOf('DateTime'),
});
