import { useState, type SubmitEvent } from 'react';
import { useHeld } from './held.ts';
import { claimsIn } from './session/claims.ts';
import { refusals } from './session/refusals.ts';
import { change, session } from './session/session.ts';
import { pastedName } from './words/pasted.ts';
import { tokenIn } from './words/token.ts';

/** Asks as whoever a token says: that of one's own agency's issuer. */
export function TokenForm() {
  const { viewer } = useHeld(session);
  const [text, setText] = useState('');
  const token = tokenIn(text);
  const use = (event: SubmitEvent) => {
    event.preventDefault();
    if (token === '') return;
    change({ viewer: { is: 'token', token } });
    setText('');
  };
  return (
    <details className="token" open={viewer?.is === 'token' || undefined}>
      <summary>Paste a token</summary>
      <form onSubmit={use}>
        <label>
          Bearer token of your agency’s issuer
          <textarea
            rows={3}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <button className="button" disabled={token === ''}>
          Ask with this token
        </button>
        {viewer?.is === 'token' && <InUse token={viewer.token} />}
      </form>
    </details>
  );
}

function InUse({ token }: { readonly token: string }) {
  const { viewer: refused } = useHeld(refusals);
  const claims = claimsIn(token);
  if (refused) return <p className="problem">This token was refused.</p>;
  return (
    <p className="hint">
      {pastedName(claims)} is in use. {claims.expiresAt && `It expires ${claims.expiresAt.toLocaleString()}. `}
      It stays in this tab only.
    </p>
  );
}
