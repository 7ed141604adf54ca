import { useId, useState } from 'react';
import { useClauseTexts } from './clause-texts.ts';
import { clauseHref, partsOfClause } from './words/clause-id.ts';

/** A clause by its id: a link to it in its agreement, and its words when they are asked for. */
export function Clause({ id, ruleset }: { readonly id: string; readonly ruleset?: string }) {
  const [open, setOpen] = useState(false);
  const textId = useId();
  const { agreement, clause } = partsOfClause(id);
  return (
    <span className={open ? 'clause is-open' : 'clause'}>
      <span className="clause-chip">
        <a href={clauseHref(id)} title={`Read ${id} in its agreement`}>
          {agreement} <b>{clause}</b>
        </a>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={textId}
          aria-label={`Words of ${id}`}
          onClick={() => setOpen(!open)}
        >
          {open ? '−' : '¶'}
        </button>
      </span>
      <span id={textId} className="clause-text" hidden={!open}>
        {open && <ClauseText id={id} ruleset={ruleset} />}
      </span>
    </span>
  );
}

function ClauseText({ id, ruleset }: { readonly id: string; readonly ruleset: string | undefined }) {
  const texts = useClauseTexts(ruleset);
  if (texts === 'loading') return 'Loading its words…';
  if (texts === 'failed') return 'Its words cannot be had now.';
  return texts.get(id) ?? 'Your agency is not a party to this agreement: ask the originator for its words.';
}

/** Clauses beside each other; nothing where there are none. */
export function Clauses({ ids, ruleset }: { readonly ids: readonly string[]; readonly ruleset?: string }) {
  if (ids.length === 0) return null;
  return (
    <ul className="clauses" aria-label="Clauses">
      {ids.map((id) => (
        <li key={id}>
          <Clause id={id} {...(ruleset !== undefined && { ruleset })} />
        </li>
      ))}
    </ul>
  );
}
