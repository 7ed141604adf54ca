import { isObjectType } from 'graphql';
import type { Coordinate } from '../schema/contract.ts';
import { governedBy } from './projection/governed.ts';
import type { Graph } from './projection/graph.ts';

/**
 * The coordinates that agencies add to the contract, as agreements can name them: `IceRecord.seizureNumber`, a field of
 * a type of an agency's own, an agency's root field.
 */
export function ownCoordinates(graph: Graph): ReadonlySet<Coordinate> {
  const types = Object.values(graph.schema.getTypeMap()).filter(isObjectType);
  const coordinates = types.flatMap((type) =>
    Object.keys(type.getFields()).flatMap((field) =>
      graph.agencies
        .filter(({ code }) => graph.answers(code, type, field))
        .flatMap(({ code }) => governedBy(type, field, { graph, originator: code, carried: false }) ?? []),
    ),
  );
  return new Set(coordinates.filter((coordinate) => !graph.contract.types.has(coordinate.split('.')[0] ?? '')));
}
