import type { ApolloServerPlugin } from '@apollo/server';
import type { Answering } from '../answering.ts';
import type { Persisted } from '../persisted/document-of.ts';

/** Checks the listed operations against the schema when that is known, and before the first request. */
export function persistedPlugin(persisted: Persisted): ApolloServerPlugin<Answering> {
  return {
    async serverWillStart({ schema }) {
      await persisted.open?.(schema);
      return { serverWillStop: async () => persisted.close?.() };
    },
  };
}
