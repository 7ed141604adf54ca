import { useEffect, useState, type SubmitEvent } from 'react';
import type { PlaygroundSettings } from '../../settings.ts';
import { useHeld } from './held.ts';
import { draftOf, purposeOf, type Draft } from './purpose/draft.ts';
import { EvidenceFields, type Drafting } from './purpose/evidence-fields.tsx';
import { Field } from './purpose/field.tsx';
import { problemsOf } from './purpose/problems.ts';
import { TermOptions } from './purpose/terms.tsx';
import { unstated } from './purpose/unstated.ts';
import { change, session } from './session/session.ts';
import { refusals } from './session/refusals.ts';
import { useSettings } from './settings.ts';
import { Refusal } from './states.tsx';

type Terms = PlaygroundSettings['purposes'];

/** What the request is for. What is stated here goes with every question. */
export function PurposeForm() {
  const settings = useSettings();
  return typeof settings === 'string' ? null : <StatePurpose terms={settings.purposes} />;
}

function StatePurpose({ terms }: { readonly terms: Terms }) {
  const { purpose, meant } = useHeld(session);
  const { purpose: refused } = useHeld(refusals);
  const [draft, setDraft] = useState(() => draftOf(purpose ?? meant));
  const [tried, setTried] = useState(false);
  useEffect(() => {
    setDraft(draftOf(purpose ?? meant));
    setTried(false);
  }, [purpose, meant]);
  useEffect(() => {
    unstated.set(JSON.stringify(draft) !== JSON.stringify(draftOf(purpose)));
    return () => unstated.set(false);
  }, [draft, purpose]);
  const problems = problemsOf(draft, terms.uses);
  const right = Object.keys(problems).length === 0;
  const stated = right && JSON.stringify(purposeOf(draft, terms.uses)) === JSON.stringify(purpose);
  const state = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (right) change({ purpose: purposeOf(draft, terms.uses) });
  };
  const set = (part: keyof Draft, text: string) => setDraft((before) => ({ ...before, [part]: text }));
  return (
    <form className="purpose" aria-label="What for" onSubmit={state} noValidate>
      {meant && <p className="hint">A case number is needed: the one before was another agency’s.</p>}
      <Parts terms={terms} draft={draft} problems={tried ? problems : {}} set={set} />
      <p className="purpose-end">
        <button className={stated ? 'button' : 'button button-main'} disabled={stated}>
          {stated ? 'Stated' : 'State this purpose'}
        </button>
        <button type="button" className="button button-quiet" onClick={() => change({ purpose: undefined })}>
          State none
        </button>
      </p>
      {refused && (
        <Refusal refused={refused.code === 'PURPOSE_REQUIRED' ? { ...refused, remedy: undefined } : refused} />
      )}
    </form>
  );
}

function Parts({ terms, draft, problems, set }: Drafting & { readonly terms: Terms }) {
  const at = (part: keyof Draft) => ({
    value: draft[part],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(part, target.value),
  });
  return (
    <div className="fields">
      <Field label="Crime area" problem={problems.area} wide>
        {(tied) => (
          <select {...tied} {...at('area')}>
            <option value="">Choose…</option>
            <TermOptions terms={terms.areas} />
          </select>
        )}
      </Field>
      <Field label="Use" problem={problems.use} wide>
        {(tied) => (
          <select {...tied} {...at('use')}>
            <option value="">Choose…</option>
            <TermOptions terms={terms.uses} />
          </select>
        )}
      </Field>
      <Field label="Your case number" problem={problems.case}>
        {(tied) => <input {...tied} maxLength={64} placeholder="DEA-2026-0042" {...at('case')} />}
      </Field>
      <Field label="Stage" problem={undefined}>
        {(tied) => (
          <select {...tied} {...at('stage')}>
            {terms.stages.map((stage) => (
              <option key={stage}>{stage}</option>
            ))}
          </select>
        )}
      </Field>
      <details className="field-wide" open={draft.stage !== 'hit' || draft.use === 'threat-to-life' || undefined}>
        <summary>What some clauses also ask for</summary>
        <div className="fields">
          <EvidenceFields draft={draft} problems={problems} set={set} uses={terms.uses} />
          <Field label="Kind of search" problem={undefined} wide>
            {(tied) => (
              <select {...tied} {...at('search')}>
                <option value="">Not stated</option>
                <TermOptions terms={terms.searches} />
              </select>
            )}
          </Field>
        </div>
      </details>
    </div>
  );
}
