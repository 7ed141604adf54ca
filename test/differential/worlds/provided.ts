import { byKey, subgraph, type World } from '../world.ts';

const authors = [
  { id: '1', name: 'Ida', born: 1920, home: { city: 'Oulu', zip: '90' } },
  { id: '2', name: 'Jon', born: null, home: null },
];
const books = [
  { isbn: 'x1', title: 'Tides', author: authors[0], reviewers: [authors[1], authors[0]] },
  { isbn: 'x2', title: 'Salt', author: authors[1], reviewers: [] },
];

/** What a path provides is not asked of its owner, and elsewhere it is. */
export const provided: World = {
  subgraphs: {
    authors: subgraph(
      `type Author @key(fields: "id") { id: ID! name: String @shareable born: Int home: Home @shareable }
       type Home @shareable { city: String zip: String }
       type Query { authors: [Author!]! }`,
      { Query: { authors: () => authors }, Author: { __resolveReference: byKey(authors, 'id') } },
    ),
    library: subgraph(
      `type Book @key(fields: "isbn") { isbn: ID! title: String! author: Author @provides(fields: "name home { city }")
         reviewers: [Author!]! }
       type Author @key(fields: "id") { id: ID! name: String @external home: Home @external }
       type Home @shareable { city: String zip: String }
       type Query { books: [Book!]! first: Book @provides(fields: "author { name }") }`,
      {
        Query: { books: () => books, first: () => books[0] },
        Book: { __resolveReference: byKey(books, 'isbn') },
        Author: { name: ({ name }: { name: string }) => `${name} (lib)` },
      },
    ),
    shop: subgraph(`type Book @key(fields: "isbn") { isbn: ID! price: Int inStock: Boolean! }`, {
      Book: {
        price: ({ isbn }: { isbn: string }) => (isbn === 'x1' ? 10 : null),
        inStock: ({ isbn }: { isbn: string }) => (isbn === 'x1' ? true : null),
      },
    }),
  },
  operations: [
    { query: '{ books { title author { name home { city } } reviewers { name } } }' },
    { query: '{ books { title author { name born home { city zip } } } }' },
    { query: '{ first { author { name born } price } authors { name } }' },
    { query: '{ books { isbn inStock } }' },
    { query: '{ first { inStock reviewers { id born } } }' },
  ],
};
