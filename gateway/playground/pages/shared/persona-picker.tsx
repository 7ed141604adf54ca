import type { Persona } from '../../settings.ts';
import { grouped } from './grouped.ts';
import { useHeld } from './held.ts';
import { change, session } from './session/session.ts';
import { refusals } from './session/refusals.ts';
import { signIn, signInFailed, signOut } from './session/sign-in.ts';
import { useSettings } from './settings.ts';
import { Failed, Loading, Refusal } from './states.tsx';
import { TokenForm } from './token-form.tsx';

/** Who asks: a persona of the demo, somebody who signs in, or whoever a pasted token says. */
export function PersonaPicker() {
  const settings = useSettings();
  const { viewer: refused } = useHeld(refusals);
  if (settings === 'loading') return <Loading what="who may ask" />;
  const { personas, signIn: issuers } = settings === 'failed' ? { personas: [], signIn: [] } : settings;
  return (
    <section className="picker" aria-label="Who asks">
      {settings === 'failed' && <Failed what="What this gateway offers cannot be had. A token can still be pasted." />}
      <Personas personas={personas} />
      {issuers.length > 0 && (
        <div className="sign-in">
          {issuers.map((at) => (
            <button
              key={at.agency}
              type="button"
              className="button"
              onClick={() => void signIn(at).catch((error: unknown) => refusals.set({ viewer: signInFailed(error) }))}
            >
              Sign in at {at.agencyName}
            </button>
          ))}
        </div>
      )}
      <TokenForm />
      <Forget />
      {refused && <Refusal refused={refused} />}
    </section>
  );
}

/** Whoever leaves the machine to others leaves no token there. */
function Forget() {
  const { viewer } = useHeld(session);
  if (viewer === undefined || viewer.is === 'persona') return null;
  const forget = () => {
    if (viewer.is === 'signed-in') void signOut(viewer.agency);
    change({ viewer: undefined });
  };
  return (
    <button type="button" className="button" onClick={forget}>
      {viewer.is === 'token' ? 'Forget this token' : `Sign out of ${viewer.agency} here`}
    </button>
  );
}

function Personas({ personas }: { readonly personas: readonly Persona[] }) {
  const { viewer } = useHeld(session);
  const agencies = grouped(personas, ({ agencyName }) => agencyName);
  return (
    <div className="personas">
      {agencies.map(([agencyName, ofAgency]) => (
        <fieldset key={agencyName}>
          <legend>{agencyName}</legend>
          {ofAgency.map((persona) => (
            <label key={persona.id} className="persona">
              <input
                type="radio"
                name="persona"
                checked={viewer?.is === 'persona' && viewer.id === persona.id}
                onChange={() => change({ viewer: { is: 'persona', id: persona.id } })}
              />
              <span className="persona-name">
                {persona.name} <span className="persona-role">{persona.roleName}</span>
              </span>
              <span className="persona-about">{persona.about}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
