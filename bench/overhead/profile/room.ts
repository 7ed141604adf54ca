import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Of our own code, how many folders name a room: `gateway/federation`. */
const ROOM_FOLDERS = 2;

/**
 * To whom a script belongs: a room of ours (`gateway/egress`), a package (`@apollo/gateway`), a module of Node
 * (`node:internal`), or what the engine calls it when it is no script: `(garbage collector)`.
 */
export function roomOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  if (url === '') return functionName.startsWith('(') ? functionName : '(built in)';
  if (url.startsWith('node:')) return nodeModule(url);
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const [, installed] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return installed ?? ownRoom(path);
}

function nodeModule(url: string): string {
  const [first, second] = url.split('/');
  return first === 'node:internal' && second !== undefined ? `${first}/${second}` : first!;
}

function ownRoom(path: string): string {
  if (!path.startsWith(ROOT)) return '(elsewhere)';
  const folders = path.slice(ROOT.length).split('/').slice(0, -1);
  return folders.slice(0, ROOM_FOLDERS).join('/');
}
