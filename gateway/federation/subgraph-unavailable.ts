/** A subgraph that gave no usable answer, and why, for the log: without a word of what it said. */
export class SubgraphUnavailable extends Error {}
