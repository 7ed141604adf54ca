import { parse, type DefinitionNode } from 'graphql';
import { READS_DIRECTIVES, READS_LINK } from '../../../schema/reads.ts';

/** What makes the schema a Federation 2 subgraph, and lets it say what its arguments read. */
export const LINK: readonly DefinitionNode[] = parse(`
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@composeDirective", "@listSize"])
    ${READS_LINK}
  ${READS_DIRECTIVES}
`).definitions;
