import { CONFLICT, plan, type SeenConflict } from './asked.ts';
import { id, type World } from './world.ts';

export const ACKNOWLEDGE = `mutation ($id: ID!, $conflict: ID!) { acknowledgeConflict(id: $id, conflict: $conflict) { ${CONFLICT} } }`;
export const RESOLVE = `mutation ($id: ID!, $conflict: ID!, $outcome: ConflictOutcome!, $first: FirstParty) {
  resolveConflict(id: $id, conflict: $conflict, outcome: $outcome, first: $first) { ${CONFLICT} } }`;
export const NOTE = `mutation ($id: ID!, $conflict: ID!, $note: String!) { noteConflict(id: $id, conflict: $conflict, note: $note) { ${CONFLICT} } }`;

export const DEA_FIRST = { outcome: 'GOES_FIRST', first: 'ORIGINATOR' };
export const ICE_FIRST = { outcome: 'GOES_FIRST', first: 'SEARCHER' };
export const STOOD_DOWN = { outcome: 'STOOD_DOWN' };

/** A conflict between operations of DEA, which was first, and ICE. */
export async function conflicting(world: World): Promise<string> {
  await plan(world, 'DEA', { n: 1 });
  const { conflicts } = await plan(world, 'ICE', { n: 2 });
  return conflicts[0]!.id;
}

export async function acknowledge(world: World, agency: string, conflict: string, n: number): Promise<SeenConflict> {
  const variables = { id: id(n), conflict };
  return (await world.data<{ acknowledgeConflict: SeenConflict }>(agency, ACKNOWLEDGE, variables)).acknowledgeConflict;
}

export async function resolve(
  world: World,
  agency: string,
  conflict: string,
  n: number,
  answer: object,
): Promise<SeenConflict> {
  const variables = { id: id(n), conflict, ...answer };
  return (await world.data<{ resolveConflict: SeenConflict }>(agency, RESOLVE, variables)).resolveConflict;
}

export async function note(world: World, agency: string, conflict: string, n: number, text: string): Promise<void> {
  await world.data(agency, NOTE, { id: id(n), conflict, note: text });
}

/** Whether the operations of DEA and ICE may proceed. */
export async function mayProceed(world: World): Promise<readonly boolean[]> {
  const query = '{ declaredEvents(active: false) { edges { node { mayProceed } } } }';
  interface Declared {
    readonly declaredEvents: { readonly edges: readonly { readonly node: { readonly mayProceed: boolean } }[] };
  }
  const of = async (agency: string) =>
    (await world.data<Declared>(agency, query)).declaredEvents.edges[0]!.node.mayProceed;
  return [await of('DEA'), await of('ICE')];
}
