import type { ApolloGateway } from '@apollo/gateway';
import { GraphQLError, Kind, isScalarType, type GraphQLSchema } from 'graphql';

/** Scalars of the contract that clients give. Whether a text is a day of the calendar is for the search to say. */
const GIVEN_AS_TEXT = ['LocalDate'];

/**
 * Refuses what is no text where a date is asked for, before anybody is asked: composition carries the names of scalars, not
 * what their values look like.
 */
export function withScalars(gateway: ApolloGateway): ApolloGateway {
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => GIVEN_AS_TEXT.forEach((name) => takeTextOnly(apiSchema, name)));
  return gateway;
}

function takeTextOnly(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name);
  if (!isScalarType(type)) return;
  const textIn = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`a ${name} is a text`);
  };
  type.parseValue = textIn;
  type.parseLiteral = (node) => textIn(node.kind === Kind.STRING ? node.value : undefined);
}
