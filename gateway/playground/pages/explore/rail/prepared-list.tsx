import { useState } from 'react';
import { useHeld } from '../../shared/held.ts';
import { session } from '../../shared/session/session.ts';
import { personasIn, useSettings } from '../../shared/settings.ts';
import { FINDING } from './finding.ts';
import type { Prepared } from './prepared.ts';
import { RULES } from './rules.ts';
import { SEARCHES } from './searches.ts';
import { seeAsIs, seeAsMeant } from './see.ts';

const PREPARED: readonly Prepared[] = [...SEARCHES, ...FINDING, ...RULES];

/** Questions to begin with. One is open at a time. */
export function PreparedList() {
  const [open, setOpen] = useState(PREPARED[0]?.title);
  return (
    <ol className="prepared">
      {PREPARED.map((one) => (
        <li key={one.title} className={open === one.title ? 'is-open' : undefined}>
          <button
            type="button"
            className="prepared-title"
            aria-expanded={open === one.title}
            onClick={() => setOpen(open === one.title ? undefined : one.title)}
          >
            {one.title}
          </button>
          {open === one.title && <Offer prepared={one} />}
        </li>
      ))}
    </ol>
  );
}

function Offer({ prepared }: { readonly prepared: Prepared }) {
  const { viewer } = useHeld(session);
  const persona = personasIn(useSettings()).find(({ id }) => id === prepared.persona);
  return (
    <div className="offer">
      <p>{prepared.look}</p>
      <p className="offer-ways">
        {persona && (
          <button type="button" className="button button-main" onClick={() => seeAsMeant(prepared)}>
            See it as {persona.agency} {persona.role.replaceAll('-', ' ')}
          </button>
        )}
        {viewer && (
          <button type="button" className="button" onClick={() => seeAsIs(prepared)}>
            As you are
          </button>
        )}
        {!persona && !viewer && <span className="hint">Sign in or paste a token to ask it.</span>}
      </p>
    </div>
  );
}
