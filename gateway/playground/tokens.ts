import type { FastifyInstance } from 'fastify';
import { DEVELOPMENT_ERRORS, GATEWAY_ERRORS, refuse } from '../errors.ts';
import type { Persona, PersonaToken } from './settings.ts';
import { refuseOthers } from './visitor.ts';

/** The personas of a demo, and what vouches for them. */
export interface Personas {
  readonly all: readonly Persona[];
  /** @param id of one of them */
  tokenOf(id: string): Promise<PersonaToken>;
}

/** Serves tokens of personas: `POST /playground/tokens`. */
export function serveTokens(app: FastifyInstance, personas: Personas): void {
  app.post('/playground/tokens', async (request): Promise<PersonaToken> => {
    refuseOthers(request);
    const id = personaIn(request.body);
    if (!personas.all.some((persona) => persona.id === id))
      refuse(DEVELOPMENT_ERRORS.PERSONA_UNKNOWN, 'there is no such persona');
    return personas.tokenOf(id);
  });
}

function personaIn(body: unknown): string {
  const { persona } = (typeof body === 'object' && body !== null ? body : {}) as { readonly persona?: unknown };
  if (typeof persona === 'string') return persona;
  return refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the body says no `persona`');
}
