import { parse, type DefinitionNode } from 'graphql';

/** What makes the schema a Federation 2 subgraph. */
export const LINK: readonly DefinitionNode[] = parse(
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@listSize"])',
).definitions;
