import type { UserManager } from 'oidc-client-ts';
import type { Refused } from '../ask.ts';
import type { SignInAt } from '../../../settings.ts';

/** Where the issuer sends the viewer back to: the page that the rest of the sign-in runs on. */
const RETURN_TO = '/';
const KEY = 'concordat.sign-in';

/** Sends the viewer to their agency's issuer: authorization code with PKCE. */
export async function signIn(at: SignInAt): Promise<void> {
  sessionStorage.setItem(KEY, JSON.stringify(at));
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
  const at = signingIn();
  if (!at) throw new Error('this tab has begun no sign-in');
  await (await managerFor(at)).signinCallback(returned);
  return at.agency;
}

/** What the issuer said, or what went wrong on the way there, as it is shown where viewers sign in. */
export function signInFailed(error: unknown): Refused {
  const message = error instanceof Error ? error.message : 'the issuer did not sign you in';
  return { is: 'refused', code: 'SIGN_IN_FAILED', message, remedy: 'Sign in again.', status: 401, errors: [] };
}

/** The token of whoever has signed in. Renewed, if the issuer gave the means to, when it has expired or is asked for anew. */
export async function signedInToken(agency: string, anew: boolean): Promise<string | undefined> {
  const at = signingIn();
  if (at?.agency !== agency) return undefined;
  const manager = await managerFor(at);
  const user = await manager.getUser();
  const stale = anew || user?.expired;
  return stale && user?.refresh_token
    ? (await manager.signinSilent().catch(() => null))?.access_token
    : user?.access_token;
}

function signingIn(): SignInAt | undefined {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? undefined : (JSON.parse(kept) as SignInAt);
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
