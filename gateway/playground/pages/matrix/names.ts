import type { Settings } from '../shared/settings.ts';
import type { Viewer } from '../shared/session/who.ts';

/** A viewer in few words: `DEA · Intelligence analyst`. */
export function viewerName(viewer: Viewer | undefined, settings: Settings): string {
  switch (viewer?.is) {
    case undefined:
      return 'nobody';
    case 'token':
      return 'A pasted token';
    case 'signed-in':
      return `Signed in at ${viewer.agency}`;
    case 'persona': {
      const known = typeof settings === 'string' ? undefined : settings.personas.find(({ id }) => id === viewer.id);
      return known ? `${known.agency} · ${known.roleName}` : viewer.id;
    }
  }
}
