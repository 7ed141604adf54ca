import { GraphQLError, GraphQLScalarType, Kind, type ScalarTypeDefinitionNode } from 'graphql';

/** `2010-03-26`. */
export const LocalDate = textScalar('LocalDate', /^\d{4}-\d{2}-\d{2}$/);

/** `2010-03-26T09:30:00Z`. */
export const DateTime = textScalar('DateTime', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);

/** `1971`, `1971-03` or `1971-03-09`. */
export const PartialDate = textScalar('PartialDate', /^\d{4}(-\d{2}(-\d{2})?)?$/);

/** `12500.00`. */
export const Decimal = textScalar('Decimal', /^-?\d+(\.\d+)?$/);

/** Label values by name, as they are. Not part of the API that people see. */
export const Labels = new GraphQLScalarType({ name: 'Labels', astNode: inaccessible('Labels') });

/** A scalar whose values are texts of one form, in and out. */
function textScalar(name: string, form: RegExp): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && form.test(value)) return value;
    throw new GraphQLError(`not a ${name}`);
  };
  return new GraphQLScalarType({
    name,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function inaccessible(name: string): ScalarTypeDefinitionNode {
  const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    kind: Kind.SCALAR_TYPE_DEFINITION,
    name: named(name),
    directives: [{ kind: Kind.DIRECTIVE, name: named('inaccessible') }],
  };
}
