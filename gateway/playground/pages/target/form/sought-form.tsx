import { useId, type SubmitEvent } from 'react';
import type { Refused } from '../../shared/ask.ts';
import { Field } from '../../shared/purpose/field.tsx';
import { KINDS, KIND_WORDS, type Draft, type SoughtKind } from '../model/sought.ts';

/** What browsers would keep of it: it names people. */
const UNKEPT = { autoComplete: 'off', spellCheck: false } as const;

/** Where one thing is written by which somebody is sought. What the gateway refuses of it is said at its field. */
export function SoughtForm(props: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onSeek: () => void;
  readonly refused: Refused | undefined;
}) {
  const { draft, onChange, onSeek, refused } = props;
  const seek = (event: SubmitEvent) => {
    event.preventDefault();
    onSeek();
  };
  const set = (part: keyof Draft, text: string) => onChange({ ...draft, [part]: text });
  const choose = (kind: SoughtKind) => onChange({ ...draft, kind, text: '' });
  return (
    <form className="sought" aria-label="Who is sought" onSubmit={seek} noValidate autoComplete="off">
      <Field label="Known by" problem={undefined}>
        {(tied) => (
          <select {...tied} value={draft.kind} onChange={({ target }) => choose(target.value as SoughtKind)}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.kind === 'person' ? (
        <PersonFields draft={draft} set={set} refused={refused} />
      ) : (
        <Field label={KIND_WORDS[draft.kind].name} problem={problemOf(refused)}>
          {(tied) => (
            <input
              {...tied}
              {...UNKEPT}
              placeholder={KIND_WORDS[draft.kind].example}
              value={draft.text}
              onChange={({ target }) => set('text', target.value)}
            />
          )}
        </Field>
      )}
      <button className="button button-main">Make the profile</button>
    </form>
  );
}

const PARTS = [
  ['surname', 'Surname', ''],
  ['firstNames', 'First names', ''],
  ['dateOfBirth', 'Date of birth, or a part of it', '1971-03-09, 1971-03 or 1971'],
] as const;

/** A person is refused as a whole: it is said below all three, and of each. */
function PersonFields(props: {
  readonly draft: Draft;
  readonly set: (part: keyof Draft, text: string) => void;
  readonly refused: Refused | undefined;
}) {
  const { draft, set, refused } = props;
  const id = useId();
  const problem = problemOf(refused);
  const told = problem === undefined ? {} : ({ 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const);
  return (
    <fieldset className="sought-person">
      <legend className="hidden-text">Person</legend>
      {PARTS.map(([part, label, example]) => (
        <Field key={part} label={label} problem={undefined}>
          {({ id: tied }) => (
            <input
              id={tied}
              {...told}
              {...UNKEPT}
              placeholder={example}
              value={draft[part]}
              onChange={({ target }) => set(part, target.value)}
            />
          )}
        </Field>
      ))}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function problemOf(refused: Refused | undefined): string | undefined {
  return refused && `${refused.code}: ${refused.message}`;
}
