import { didYouMean, suggest } from '../policy/document/suggest.ts';
import type { Environment } from './environment.ts';
import { LIMIT_VARIABLES } from './limits.ts';

const KNOWN = [...LIMIT_VARIABLES, 'PERSISTED_OPERATIONS', 'PERSISTED_ONLY', 'BLINDING_KEYS'];

/** What begins so is meant for us. */
const OURS = ['LIMIT_', 'RATE_', 'PERSISTED_', 'BLINDING_'];

/** Others use it too: `HTTP_PROXY`. */
const SHARED = 'HTTP_';
const SUBGRAPH = 'SUBGRAPH_URL_';
const SIGN_IN = 'SIGN_IN_';

/**
 * INVARIANT: a limit whose name is misspelt is no limit, and nobody would notice.
 * @throws Error that names the variable, and those that there are
 */
export function refuseUnknown(env: Environment): void {
  for (const prefix of OURS) refuseOthers(env, prefix, KNOWN);
  const known = KNOWN.filter((name) => name.startsWith(SHARED));
  for (const name of setIn(env, SHARED)) {
    const near = didYouMean(after(SHARED, name), known.map(rest(SHARED)));
    if (near !== undefined && !known.includes(name)) throw unknown(name, SHARED, near);
  }
}

/** The variable that says where an agency's subgraph is: `SUBGRAPH_URL_IRS_CI`. */
export function subgraphVariable(code: string): string {
  return `${SUBGRAPH}${code.replaceAll('-', '_')}`;
}

/** The variable that says where an agency's viewers sign in: `SIGN_IN_IRS_CI`. */
export function signInVariable(code: string): string {
  return `${SIGN_IN}${code.replaceAll('-', '_')}`;
}

/** @throws Error for a `SUBGRAPH_URL_…` or a `SIGN_IN_…` of no agency, that names those that there are */
export function refuseUnknownAgencies(env: Environment, codes: readonly string[]): void {
  refuseOthers(env, SUBGRAPH, codes.map(subgraphVariable));
  refuseOthers(env, SIGN_IN, codes.map(signInVariable));
}

function refuseOthers(env: Environment, prefix: string, known: readonly string[]): void {
  const ours = known.filter((name) => name.startsWith(prefix));
  const name = setIn(env, prefix).find((set) => !ours.includes(set));
  if (name !== undefined) throw unknown(name, prefix, suggest(after(prefix, name), ours.map(rest(prefix))));
}

/** Names that are set. An empty value is none, as everywhere. */
function setIn(env: Environment, prefix: string): readonly string[] {
  return Object.keys(env).filter((name) => name.startsWith(prefix) && env[name] !== undefined && env[name] !== '');
}

/** What all names share says nothing of which is near. */
function after(prefix: string, name: string): string {
  return name.slice(prefix.length);
}

function rest(prefix: string) {
  return (name: string) => after(prefix, name);
}

function unknown(name: string, prefix: string, suggestion: string | undefined): Error {
  const told = suggestion?.replaceAll(/`(?=[A-Z])/g, `\`${prefix}`) ?? 'leave it out';
  return new Error(`${name} is set, and no such variable is known: ${told}`);
}
