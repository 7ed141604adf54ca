/**
 * On a field that pages: its `edges` are at most as many as `first` says, or else the argument's default. Whoever weighs
 * operations before they run goes by it (https://ibm.github.io/graphql-specs/cost-spec.html).
 */
export const PAGED = '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';
