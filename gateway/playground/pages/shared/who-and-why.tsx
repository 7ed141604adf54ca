import type { PlaygroundSettings } from '../../settings.ts';
import { ChangeButton, ChangeDialog } from './change-dialog.tsx';
import { useHeld } from './held.ts';
import { claimsIn } from './session/claims.ts';
import { refusals } from './session/refusals.ts';
import { session } from './session/session.ts';
import type { Viewer } from './session/who.ts';
import { useSettings, type Settings } from './settings.ts';
import { pastedName } from './words/pasted.ts';

/** Who asks and what for, in a line; with a dialog to change it, on pages that have no other place for that. */
export function WhoAndWhy({ changes }: { readonly changes: boolean }) {
  const { viewer, purpose, meant } = useHeld(session);
  const refused = useHeld(refusals).viewer !== undefined && viewer?.is === 'token';
  const settings = useSettings();
  return (
    <div className="who">
      <p>
        <span className="who-name">{refused ? 'Token refused' : nameOf(viewer, settings)}</span>
        <span className="who-purpose">
          {purpose
            ? `${termName(settings, 'areas', purpose.area)} · ${termName(settings, 'uses', purpose.use)} · ${purpose.case}`
            : `No purpose stated${meant ? ': a case number is needed' : ''}`}
        </span>
      </p>
      {changes && (
        <>
          <ChangeButton>Change</ChangeButton>
          <ChangeDialog />
        </>
      )}
    </div>
  );
}

function nameOf(viewer: Viewer | undefined, settings: Settings): string {
  switch (viewer?.is) {
    case undefined:
      return 'Nobody asks yet';
    case 'token':
      return pastedName(claimsIn(viewer.token));
    case 'signed-in':
      return `Signed in at ${viewer.agency}`;
    case 'persona': {
      const persona = typeof settings === 'string' ? undefined : settings.personas.find(({ id }) => id === viewer.id);
      return persona ? `${persona.name}, ${persona.roleName}, ${persona.agency}` : viewer.id;
    }
  }
}

function termName(settings: Settings, terms: keyof Omit<PlaygroundSettings['purposes'], 'stages'>, code: string) {
  const known = typeof settings === 'string' ? undefined : settings.purposes[terms].find((term) => term.code === code);
  return known?.name ?? code;
}
