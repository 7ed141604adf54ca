import type { Refused } from '../../shared/ask.ts';
import { goTo } from '../../shared/go-to.ts';
import { useHeld } from '../../shared/held.ts';
import { placeOf } from '../../shared/session/refusals.ts';
import { change, session } from '../../shared/session/session.ts';
import { personasIn, useSettings } from '../../shared/settings.ts';
import { Refusal } from '../../shared/states.tsx';

/** In the place of an answer: what was refused, and the way to put it right. */
export function RefusedAnswer({ refused }: { readonly refused: Refused }) {
  const { viewer } = useHeld(session);
  if (refused.code === 'PURPOSE_REQUIRED') return <NoPurpose refused={refused} />;
  return (
    <div className="refused">
      <Refusal refused={refused} />
      {viewer?.is === 'token' && placeOf(refused) === 'viewer' && <OtherThanToken />}
    </div>
  );
}

function OtherThanToken() {
  const personas = personasIn(useSettings());
  return (
    <p className="refused-ways">
      <button type="button" className="button" onClick={() => change({ viewer: undefined })}>
        Forget this token
      </button>
      {personas.length > 0 && (
        <button type="button" className="button" onClick={() => goTo('.picker input[type="radio"]')}>
          Choose a persona
        </button>
      )}
    </p>
  );
}

function NoPurpose({ refused: { code, message, remedy } }: { readonly refused: Refused }) {
  return (
    <div className="refused">
      <div className="refusal" role="alert">
        <p>State what for: other agencies’ data is shown for a purpose only.</p>
        <p className="refused-ways">
          <button type="button" className="button button-main" onClick={() => goTo('.purpose select')}>
            State what for
          </button>
        </p>
        <p className="hint">
          <code>{code}</code> {message}
        </p>
        <p className="hint">{remedy}</p>
      </div>
    </div>
  );
}
