import { useState, type SubmitEvent } from 'react';
import type { PlaygroundSettings } from '../../settings.ts';
import { grouped } from '../shared/grouped.ts';
import { TermOptions } from '../shared/purpose/terms.tsx';
import type { Second } from './asking/second.ts';

const PASTED = 'a pasted token';

/** Whom to compare with: another persona or whoever a pasted token says, for the same purpose or another. */
export function SecondForm(props: {
  readonly settings: PlaygroundSettings;
  readonly second: Second;
  readonly onChange: (second: Second) => void;
}) {
  const { settings, second, onChange } = props;
  const [pasting, setPasting] = useState(false);
  const { viewer } = second;
  const chosen = pasting ? PASTED : viewer?.is === 'persona' ? viewer.id : '';
  const choose = (id: string) => {
    setPasting(id === PASTED);
    const persona = id !== '' && id !== PASTED;
    onChange({ ...second, viewer: persona ? { is: 'persona', id } : undefined });
  };
  return (
    <div className="second-form" role="group" aria-label="Compare with">
      <label>
        Compare with
        <select value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">Nobody</option>
          {grouped(settings.personas, ({ agencyName }) => agencyName).map(([agency, personas]) => (
            <optgroup key={agency} label={agency}>
              {personas.map(({ id, agency: code, roleName }) => (
                <option key={id} value={id}>
                  {code} · {roleName}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={PASTED}>Whoever a token says…</option>
        </select>
      </label>
      {pasting && <TokenField onUse={(token) => onChange({ ...second, viewer: { is: 'token', token } })} />}
      {viewer && <OtherPurpose settings={settings} second={second} onChange={onChange} />}
    </div>
  );
}

function TokenField({ onUse }: { readonly onUse: (token: string) => void }) {
  const [text, setText] = useState('');
  const use = (event: SubmitEvent) => {
    event.preventDefault();
    const token = text.trim().replace(/^Bearer\s+/i, '');
    if (token !== '') onUse(token);
  };
  return (
    <form className="second-token" onSubmit={use}>
      <label>
        Its bearer token
        <input type="password" autoComplete="off" value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <button className="button">Compare</button>
    </form>
  );
}

function OtherPurpose({ settings, second, onChange }: Parameters<typeof SecondForm>[0]) {
  const { areas, uses } = settings.purposes;
  return (
    <>
      <label>
        Crime area
        <select value={second.area} onChange={({ target }) => onChange({ ...second, area: target.value })}>
          <option value="">The same</option>
          <TermOptions terms={areas} />
        </select>
      </label>
      <label>
        Use
        <select value={second.use} onChange={({ target }) => onChange({ ...second, use: target.value })}>
          <option value="">The same</option>
          <TermOptions terms={uses} />
        </select>
      </label>
    </>
  );
}
