import type { Ref } from 'react';
import { useClauseTexts } from '../shared/clause-texts.ts';
import { Contact } from '../shared/contact.tsx';
import { Reason } from '../shared/reason.tsx';
import { clauseHref } from '../shared/words/clause-id.ts';
import { LEVEL_WORDS, cellInWords, levelOf, type Cell } from './model/cell.ts';
import { categoryName } from './model/matrix.ts';
import type { Agency } from './model/question.ts';

/** A cell of one viewer, to be told of at length. */
export interface Told {
  readonly name: string;
  readonly cell: Cell | undefined;
}

/** What stands behind a cell: how open it is, why, under which clauses, and whom to ask. */
export function Details(props: {
  readonly ref: Ref<HTMLElement>;
  readonly coordinate: string;
  readonly category: string;
  readonly originator: Agency | undefined;
  /** The first viewer's, and the second's. */
  readonly told: readonly Told[];
  readonly ruleset: string;
  readonly onLeave: () => void;
}) {
  const { ref, coordinate, category, originator, told, ruleset, onLeave } = props;
  return (
    <aside
      ref={ref}
      className="details"
      tabIndex={-1}
      aria-label="What stands behind the cell"
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <h2>
        <code>{coordinate}</code>
      </h2>
      <p className="hint">
        {categoryName(category)} of {originator?.name ?? 'an agency'}
      </p>
      {told.map((one, index) => (
        <OfViewer key={index} told={one} index={told.length > 1 ? index + 1 : undefined} ruleset={ruleset} />
      ))}
      {originator && (
        <section className="details-desk">
          <h3>Whom to ask</h3>
          <Contact desk={originator.desk} />
        </section>
      )}
    </aside>
  );
}

function OfViewer({
  told,
  index,
  ruleset,
}: {
  readonly told: Told;
  readonly index: number | undefined;
  readonly ruleset: string;
}) {
  const { name, cell } = told;
  return (
    <section className="details-of">
      <h3>
        {index !== undefined && <span className="side-number">{index}</span>} {name}
      </h3>
      {cell ? <OfCell cell={cell} ruleset={ruleset} /> : <p>This originator has no such field.</p>}
    </section>
  );
}

function OfCell({ cell, ruleset }: { readonly cell: Cell; readonly ruleset: string }) {
  const level = levelOf(cell);
  const { reason, clauses, disclosure } = cell;
  const isOwn = disclosure === 'OPEN' && clauses.length === 0;
  return (
    <>
      <p className="details-level">
        <span className={`cell level-${level}`} aria-hidden="true">
          {LEVEL_WORDS[level].sign}
        </span>
        <strong>{capital(cellInWords(cell))}</strong>
        {reason && reason !== 'ROW_CONDITION' && <Reason code={reason} />}
      </p>
      <p>{isOwn ? 'The viewer’s own agency holds it.' : LEVEL_WORDS[level].long}</p>
      {clauses.length > 0 && <ClauseList ids={clauses} ruleset={ruleset} />}
    </>
  );
}

/** Clauses with their words, as far as the first viewer's agency is a party to them. */
function ClauseList({ ids, ruleset }: { readonly ids: readonly string[]; readonly ruleset: string }) {
  const texts = useClauseTexts(ruleset);
  return (
    <ul className="details-clauses">
      {ids.map((id) => (
        <li key={id}>
          <a href={clauseHref(id)}>{id}</a>
          {typeof texts !== 'string' && (
            <p>
              {texts.get(id) ?? 'Its words are for the parties to its agreement: the first viewer’s agency is none.'}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
