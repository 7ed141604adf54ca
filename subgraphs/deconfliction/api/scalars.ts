import { GraphQLScalarType } from 'graphql';

/** Whose work met whose, and by what: `policy/deconfliction.ts`, without what was declared. */
export const Meeting = new GraphQLScalarType({ name: 'Meeting', description: 'By what the work of two agencies met.' });
