import { prosecutors } from '../../support/scenario/prosecutors.ts';

const PROSECUTOR = { __typename: 'UsaoLiaisonContact', id: 'p1', name: 'Paula Prosecutor' };

/** A subgraph that an agency wrote itself: root fields, a type that is nobody's record, and links from ICE's objects. */
export const PROSECUTORS = prosecutors(
  `type Query { usaoMotto: String usaoOffice: UsaoOffice }
   type UsaoOffice { city: String }
   extend type Agency @key(fields: "code") { usaoLiaison: String }
   type IceRecord @key(fields: "id") { id: ID! usaoNote: String }
   type IceLiaisonContact @key(fields: "id") { id: ID! usaoCounterpart: LiaisonContact }`,
  {
    Query: { usaoMotto: () => 'Let justice be done', usaoOffice: () => ({ city: 'Albany' }) },
    Agency: { __resolveReference: (reference: object) => reference, usaoLiaison: () => 'Somebody' },
    IceRecord: { __resolveReference: (reference: object) => reference, usaoNote: () => 'A note' },
    IceLiaisonContact: { __resolveReference: (reference: object) => reference, usaoCounterpart: () => PROSECUTOR },
  },
);
