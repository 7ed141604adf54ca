import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  getNamedType,
  isEnumType,
  isObjectType,
  type GraphQLArgumentConfig,
  type GraphQLFieldConfig,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Graph } from '../projection/graph.ts';
import type { Reach } from '../reach.ts';
import { described } from './in-words.ts';
import { UsableInputs } from './inputs.ts';
import { Visible } from './visible.ts';

/**
 * The schema that a viewer is told of: what their agreements could ever disclose, their own agency's types in full, and
 * the hub's. It is a valid schema, and explains the graph; it does not answer for it.
 * @param api the graph's schema as clients see it
 */
export function viewerSchema(api: GraphQLSchema, graph: Graph, reach: Reach): GraphQLSchema {
  const visible = new Visible(graph, reach);
  const usable = new UsableInputs(graph, reach);
  const usableArguments = ({ args = {} }: GraphQLFieldConfig<unknown, unknown>, name: string, typename: string) => {
    const type = graph.schema.getType(typename);
    const kept = Object.entries(args).filter(
      ([argument]) => !isObjectType(type) || usable.argument(type, name, argument),
    );
    return Object.fromEntries(kept.map(([argument, config]) => [argument, withoutDefault(config, usable)]));
  };
  const field = (config: GraphQLFieldConfig<unknown, unknown>, name: string, typename: string) => {
    if (!visible.field(typename, name)) return null;
    const told = visible.told(typename, name);
    return {
      ...config,
      args: usableArguments(config, name, typename),
      ...(told && told.length > 0 && { description: described(config.description, told) }),
    };
  };
  const type = (known: GraphQLNamedType) => (visible.type(known.name) ? undefined : null);
  const mapped = mapSchema(api, {
    [MapperKind.OBJECT_TYPE]: type,
    [MapperKind.OBJECT_FIELD]: field,
    [MapperKind.INTERFACE_FIELD]: field,
    [MapperKind.INPUT_OBJECT_FIELD]: (config, name, typename) => (usable.inputField(typename, name) ? config : null),
    [MapperKind.ENUM_VALUE]: (config, typename, _schema, name) => (usable.enumValue(typename, name) ? config : null),
  });
  return pruneSchema(mapped);
}

/** A default that the viewer could not choose is not told of. */
function withoutDefault(config: GraphQLArgumentConfig, usable: UsableInputs): GraphQLArgumentConfig {
  const type = getNamedType(config.type);
  const isGone = isEnumType(type) && !usable.enumValue(type.name, String(config.defaultValue));
  return isGone ? { ...config, defaultValue: undefined } : config;
}
