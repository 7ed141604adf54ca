import type { SignInAt } from '../gateway/playground/settings.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import type { Environment } from './environment.ts';
import { signInVariable } from './known-variables.ts';

const EXAMPLE = 'https://login.dea.example client-id';

/**
 * Where the viewers of each agency sign in, for those of which it is set: the issuer and the id of the client, as
 * `https://login.dea.example client-id`.
 * @throws Error that says how to mend it
 */
export function readSignIn(env: Environment, agencies: readonly AgencyEntry[]): readonly SignInAt[] {
  return agencies.flatMap(({ code, name, issuer }) => {
    const variable = signInVariable(code);
    const text = env[variable] ?? '';
    return text === '' ? [] : [{ agency: code, agencyName: name, issuer, ...read(variable, text) }];
  });
}

function read(variable: string, text: string): Pick<SignInAt, 'authority' | 'clientId'> {
  const [authority = '', clientId, ...more] = text.trim().split(/\s+/);
  if (isAuthority(authority) && clientId !== undefined && more.length === 0) return { authority, clientId };
  throw new Error(`${variable} is \`${text}\`: set it to an issuer and the id of a client, as \`${EXAMPLE}\``);
}

/** INVARIANT: whoever reads what goes there can sign in as the viewer: never in the clear, but on this machine. */
function isAuthority(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && `${search}${hash}${username}` === '';
}
