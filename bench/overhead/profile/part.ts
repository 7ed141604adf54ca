/** Parts of a gateway, and the rooms that belong to each. The first that fits. */
const PARTS: readonly (readonly [part: string, rooms: RegExp])[] = [
  ['rules', /^(gateway(\/(?!http$|federation$|execution$).*)?|policy(\/.*)?|schema|platform(\/.*)?)$/],
  ['ledger', /^(pg|pg-.*|postgres-.*)$/],
  ['fetching', /^(gateway\/federation|undici|make-fetch-happen|minipass.*|node-fetch.*|agent-base|@npmcli\/.*)$/],
  ['planning', /^@apollo\/(query-.*|federation-internals|composition)$/],
  ['execution', /^(gateway\/execution|@apollo\/(gateway|utils\..*)|graphql|@opentelemetry\/.*)$/],
  ['server', /^(gateway\/http|@apollo\/.*|@as-integrations\/.*|fastify|@fastify\/.*|helmet|find-my-way|avvio)$/],
  ['cryptography', /^(jose|node:crypto|node:internal\/crypto)$/],
  ['garbage collection', /^\(garbage collector\)$/],
  ['Node', /^(node:.*|\(.*\))$/],
];

/** The part of a gateway that a room belongs to (`roomOf`). */
export function partOf(room: string): string {
  return PARTS.find(([, rooms]) => rooms.test(room))?.[0] ?? 'other packages';
}
