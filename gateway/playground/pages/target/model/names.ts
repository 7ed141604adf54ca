import type { ProfiledCoordinate } from '../../../../profile/told.ts';
import { membersOf, type Member, type Node, type Profile } from './profile.ts';
import { calledBy } from './value.ts';
import { memberKind, nodeKind } from './words.ts';

/** What a node is called. */
export interface NodeName {
  readonly name: string;
  /** The agency that knows them so; of a selector, none. */
  readonly whose: string | undefined;
}

/** What the nodes of a profile are called, by key. */
export type NodeNames = ReadonlyMap<string, NodeName>;

/** What a node is called, and whose it is. */
export function fullName(names: NodeNames, key: string): string {
  const { name, whose } = names.get(key) ?? { name: key, whose: undefined };
  return whose === undefined ? name : `${whose} · ${name}`;
}

/** Of what a member's name is made, in this order. */
const NAMES = ['Person.firstNames', 'Person.surname', 'Group.names', 'Organization.names'];

/**
 * What each node is called: a member by the name that is shown of it, a selector by its kind and a number. Members and
 * associates of whom no name is shown are numbered, too, so that two of them are told apart.
 */
export function nodeNames(profile: Profile): NodeNames {
  const members = new Map(membersOf(profile).map((member) => [member.key, member]));
  const named = new Map(
    profile.clusters.flatMap((cluster) => cluster.members.map((one) => [one.key, nameIn(cluster.coordinates, one)])),
  );
  const nodes = profile.graph.nodes.map((node) => ({
    key: node.key,
    name: named.get(node.key),
    what: whatIs(node, members.get(node.key)),
    whose: node.originator?.code,
  }));
  const nameless = nodes.filter(({ name }) => name === undefined);
  return new Map(
    nodes.map(({ key, name, what, whose }) => {
      if (name !== undefined) return [key, { name, whose }];
      const alike = nameless.filter((one) => one.what === what && one.whose === whose).map((one) => one.key);
      return [key, { name: alike.length > 1 ? `${what} (${alike.indexOf(key) + 1})` : what, whose }];
    }),
  );
}

/** What a member is called by itself: the first name and surname that one of its records or cases shows. */
function nameIn(coordinates: readonly ProfiledCoordinate[], { key }: Member): string | undefined {
  const parts = NAMES.flatMap((coordinate) => {
    const values = coordinates.find((one) => one.coordinate === coordinate)?.values ?? [];
    const own = values.find(({ originators }) => originators.some(({ member }) => member === key));
    return own ? [calledBy(own.value)] : [];
  });
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function whatIs(node: Node, member: Member | undefined): string {
  return member ? memberKind(member) : nodeKind(node);
}
