import type { FastifyInstance } from 'fastify';
import { purposes, STAGES } from '../../schema/purposes.ts';
import { serveAssets } from './assets.ts';
import type { Bundled } from './bundled.ts';
import { servePages } from './pages.ts';
import type { Persona, PlaygroundSettings, SignInAt } from './settings.ts';
import { serveTokens, type Personas } from './tokens.ts';
import { isFromHere } from './visitor.ts';

/** What the pages of a gateway are made of. */
export interface PlaygroundOptions {
  readonly bundled: Bundled;
  /** Where viewers sign in. */
  readonly signIn: readonly SignInAt[];
  /** Undefined: there is no demo, and no token is made here. */
  readonly personas: Personas | undefined;
}

/** Serves the playground: pages, what they load, what they are told, and in the demo tokens of personas. */
export async function servePlayground(app: FastifyInstance, options: PlaygroundOptions): Promise<void> {
  const { bundled, signIn, personas } = options;
  servePages(app, bundled, signIn);
  await serveAssets(app, bundled.folder);
  app.get('/playground/settings', async (request) =>
    settings(isFromHere(request) ? (personas?.all ?? []) : [], signIn),
  );
  if (personas) serveTokens(app, personas);
}

function settings(personas: readonly Persona[], signIn: readonly SignInAt[]): PlaygroundSettings {
  return {
    personas,
    signIn,
    purposes: {
      areas: [...purposes.areas.values()],
      uses: [...purposes.uses.values()],
      searches: [...purposes.searches.values()],
      stages: STAGES,
    },
  };
}
