import type { PersonaToken } from '../../../settings.ts';
import type { Viewer } from './who.ts';
import { signedInToken } from './sign-in.ts';

/** A token is renewed when it has less than this left. */
const SPARE_MILLISECONDS = 30_000;

/** A token, and until when by this machine's clock, which may be another than the gateway's. */
interface Had {
  readonly token: string;
  readonly until: number;
}

const personaTokens = new Map<string, Had>();

/**
 * The bearer token of a viewer; undefined: none is to be had, and the gateway will say so.
 * @param anew do not use one that was had before: the gateway has refused it
 */
export async function bearerOf(viewer: Viewer | undefined, anew = false): Promise<string | undefined> {
  switch (viewer?.is) {
    case undefined:
      return undefined;
    case 'token':
      return viewer.token;
    case 'signed-in':
      return signedInToken(viewer.agency, anew);
    case 'persona':
      return tokenOfPersona(viewer.id, anew);
  }
}

async function tokenOfPersona(persona: string, anew: boolean): Promise<string | undefined> {
  const known = personaTokens.get(persona);
  if (!anew && known && known.until - Date.now() > SPARE_MILLISECONDS) return known.token;
  const response = await fetch('/playground/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) return undefined;
  const { token, expiresAt } = (await response.json()) as PersonaToken;
  const lasts = Date.parse(expiresAt) - Date.parse(response.headers.get('date') ?? '');
  personaTokens.set(persona, { token, until: Date.now() + (lasts || 0) });
  return token;
}
