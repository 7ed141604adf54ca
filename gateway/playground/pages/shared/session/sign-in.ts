import type { UserManager } from 'oidc-client-ts';
import type { SignInAt } from '../../../settings.ts';
import type { Refused } from '../ask.ts';
import { tab } from './tab.ts';

/** Where the issuer sends the viewer back to: the page that the rest of the sign-in runs on. */
const RETURN_TO = '/';
/** Where a sign-in was begun that has not ended yet. */
const BEGUN = 'concordat.sign-in';
/** Where viewers have signed in, by agency. A sign-in elsewhere that is given up takes nothing from it. */
const ENDED = 'concordat.signed-in.';

/** Sends the viewer to their agency's issuer: authorization code with PKCE. */
export async function signIn(at: SignInAt): Promise<void> {
  tab.keep(BEGUN, JSON.stringify(at));
  await (await managerFor(at)).signinRedirect();
}

/** Whether this page was opened by an issuer that sends a viewer back. */
export function isReturning(): boolean {
  const search = new URLSearchParams(location.search);
  return search.has('state') && (search.has('code') || search.has('error'));
}

/** Ends a sign-in. The code leaves the address bar. @returns the agency that now vouches; @throws when the issuer refused */
export async function completeSignIn(): Promise<string> {
  const returned = location.href;
  history.replaceState(null, '', RETURN_TO);
  const at = placeIn(BEGUN);
  if (!at) throw new Error('this tab has begun no sign-in');
  tab.drop(BEGUN);
  refuseOthers(returned, at);
  await (await managerFor(at)).signinCallback(returned);
  tab.keep(ENDED + at.agency, JSON.stringify(at));
  return at.agency;
}

/**
 * INVARIANT: a code goes to the issuer that gave it. One that leads its viewers on to the issuer of another agency would
 * otherwise be handed the code of that one, and ask as them. https://www.rfc-editor.org/rfc/rfc9207
 */
function refuseOthers(returned: string, { agency, issuer }: SignInAt): void {
  const from = new URL(returned).searchParams.get('iss');
  if (from !== null && from !== issuer)
    throw new Error(`\`${from}\` has answered, and the issuer of ${agency} is \`${issuer}\``);
}

/** What the issuer said, or what went wrong on the way there, as it is shown where viewers sign in. */
export function signInFailed(error: unknown): Refused {
  const message = error instanceof Error ? error.message : 'the issuer did not sign you in';
  return { is: 'refused', code: 'SIGN_IN_FAILED', message, remedy: 'Sign in again.', status: 401, errors: [] };
}

/** The token of whoever has signed in. Renewed, if the issuer gave the means to, when it has expired or is asked for anew. */
export async function signedInToken(agency: string, anew: boolean): Promise<string | undefined> {
  const at = placeIn(ENDED + agency);
  if (!at) return undefined;
  const manager = await managerFor(at);
  const user = await manager.getUser();
  const stale = anew || user?.expired;
  return stale && user?.refresh_token
    ? (await manager.signinSilent().catch(() => null))?.access_token
    : user?.access_token;
}

/** Forgets whoever has signed in at an agency, with their token. */
export async function signOut(agency: string): Promise<void> {
  const at = placeIn(ENDED + agency);
  tab.drop(ENDED + agency);
  if (at) await (await managerFor(at)).removeUser();
}

function placeIn(key: string): SignInAt | undefined {
  try {
    return JSON.parse(tab.read(key) ?? '') as SignInAt;
  } catch {
    return undefined;
  }
}

async function managerFor({ authority, clientId }: SignInAt): Promise<UserManager> {
  const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
  const store = new WebStorageStateStore({ store: sessionStorage });
  return new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: new URL(RETURN_TO, location.origin).href,
    response_type: 'code',
    scope: 'openid',
    userStore: store,
    stateStore: store,
    automaticSilentRenew: false,
  });
}
