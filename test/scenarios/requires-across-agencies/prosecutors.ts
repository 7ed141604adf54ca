import { prosecutors } from '../../support/scenario/prosecutors.ts';

/** A subgraph that an agency wrote itself: its own types, and a note on every record of ICE, made of the title. */
export const PROSECUTORS = prosecutors(
  `type IceRecord @key(fields: "id") {
     id: ID!
     title: String @external
     prosecutionNote: String @requires(fields: "title")
   }`,
  {
    IceRecord: {
      __resolveReference: (reference: object) => reference,
      prosecutionNote: ({ title }: { readonly title?: string | null }) => `On ${title ?? 'a record'}`,
    },
  },
);
