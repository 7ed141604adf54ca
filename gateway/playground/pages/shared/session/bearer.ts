import type { PersonaToken } from '../../../settings.ts';
import type { Viewer } from './session.ts';
import { signedInToken } from './sign-in.ts';

/** A token is renewed when it has less than this left. */
const SPARE_MILLISECONDS = 30_000;

const personaTokens = new Map<string, PersonaToken>();

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
  if (!anew && known && Date.parse(known.expiresAt) - Date.now() > SPARE_MILLISECONDS) return known.token;
  const response = await fetch('/playground/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) return undefined;
  const token = (await response.json()) as PersonaToken;
  personaTokens.set(persona, token);
  return token.token;
}
