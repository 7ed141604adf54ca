import type { Term } from '../../../../../schema/purposes.ts';
import { partsAsked, type Draft } from './draft.ts';
import { Field } from './field.tsx';
import type { Problems } from './problems.ts';

/** A draft in a form: what it says, what is wrong with it, and how it is changed. */
export interface Drafting {
  readonly draft: Draft;
  readonly problems: Problems;
  readonly set: (part: keyof Draft, text: string) => void;
}

/** The parts that the stage and the use ask for, and the offence, which may be stated at any stage. */
export function EvidenceFields({ draft, problems, set, uses }: Drafting & { readonly uses: readonly Term[] }) {
  const asked = partsAsked(draft, uses);
  const at = (part: keyof Draft) => ({
    value: draft[part],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set(part, target.value),
  });
  return (
    <>
      {asked.matches && (
        <Field label="Confirmed matches: ids, one a line" problem={problems.matches} wide>
          {(tied) => <textarea {...tied} rows={2} spellCheck={false} {...at('matches')} />}
        </Field>
      )}
      {asked.justification && (
        <Field label="Why life is in danger" problem={problems.justification} wide>
          {(tied) => <textarea {...tied} rows={2} maxLength={500} {...at('justification')} />}
        </Field>
      )}
      <Field label={asked.offence ? 'Offence' : 'Offence (optional)'} problem={problems.offence}>
        {(tied) => <input {...tied} maxLength={100} placeholder="18 USC 1591" {...at('offence')} />}
      </Field>
      <Field label="Its sentence, months" problem={problems.months}>
        {(tied) => <input {...tied} inputMode="numeric" placeholder="120" {...at('months')} />}
      </Field>
      {asked.request && (
        <Field label="Released request" problem={problems.request} wide>
          {(tied) => <input {...tied} maxLength={64} {...at('request')} />}
        </Field>
      )}
    </>
  );
}
