import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

const DEEPEST = 2;

/** What somebody may ask of an object: fields, some under other names, objects within, and what single types add. */
export function selections(schema: GraphQLSchema, type: GraphQLNamedType, depth = DEEPEST): fc.Arbitrary<string> {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const askable = (fields as readonly GraphQLField<unknown, unknown>[]).filter(
    (field) => !field.args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(field.type))),
  );
  const some = fc
    .subarray([...askable], { maxLength: Math.min(6, askable.length) })
    .chain((chosen) => fc.tuple(...chosen.map((field) => asked(schema, field, depth))));
  const possible = isAbstractType(type) && depth > 0 ? schema.getPossibleTypes(type) : [];
  const narrowed =
    possible.length === 0
      ? fc.constant('')
      : fc
          .constantFrom(...possible)
          .chain((one) => selections(schema, one, 0).map((text) => `... on ${one.name} ${text}`));
  const typename = fc.constantFrom('', '__typename', 'is: __typename');
  return fc
    .tuple(typename, some, fc.option(narrowed, { nil: '' }))
    .map(([own, texts, more]) => `{ ${[own, ...texts, more].join(' ').trim() || '__typename'} }`);
}

function asked(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<string> {
  const type = getNamedType(field.type);
  // What else there is of an agency is the registry's to tell, which stands in no test of marks.
  const isAgency = type.name === 'Agency';
  const within =
    isLeafType(type) || isAgency ? fc.constant(isAgency ? '{ code }' : '') : selections(schema, type, depth - 1);
  // An alias that no other field's type can be at odds with.
  const alias = fc.constantFrom('', `its_${field.name}_${isObjectType(type) ? 'object' : type.name}: `);
  return fc.tuple(alias, within).map(([name, text]) => `${name}${field.name} ${text}`);
}
