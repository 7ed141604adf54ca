import { useEffect, useMemo } from 'react';
import { Frame } from '../shared/frame.tsx';
import { useHeld } from '../shared/held.ts';
import { session } from '../shared/session/session.ts';
import { useTold } from '../shared/use-told.ts';
import { WHOLE, type Agreement, type AgreementTold } from './model/question.ts';
import { clauseAnchor } from './model/words.ts';
import { ClauseArticle } from './parts/clause.tsx';
import { Contents } from './parts/contents.tsx';
import { Front } from './parts/front.tsx';
import { Waiting } from './waiting.tsx';

/** One agreement, whole. */
export function AgreementPage({ id }: { readonly id: string }) {
  const question = useMemo(() => ({ query: WHOLE, variables: { id } }), [id]);
  const { viewer } = useHeld(session);
  const told = useTold<AgreementTold>(viewer, question);
  const agreement = told.is === 'told' ? told.value.agreement : undefined;
  return (
    <Frame page="agreements" title={agreement?.title ?? id}>
      {told.is === 'told' ? (
        <Whole told={told.value} agreement={told.value.agreement} id={id} />
      ) : (
        <>
          <h1 className="hidden-text">Agreement</h1>
          <Waiting told={told} what="the agreement" />
        </>
      )}
    </Frame>
  );
}

function Whole(props: { readonly told: AgreementTold; readonly agreement: Agreement | null; readonly id: string }) {
  const { told, agreement, id } = props;
  const isThere = agreement !== null;
  useEffect(() => goToAnchor(), [isThere]);
  if (!agreement)
    return (
      <div className="state">
        <h1>No such agreement</h1>
        <p>
          Either there is none called <code>{id}</code>, or the viewer’s agency is not a party to it.
        </p>
        <p>
          <a href="/agreements">The agreements of this agency</a>
        </p>
      </div>
    );
  return (
    <div className="reading">
      <Contents agreement={agreement} />
      <div className="sheet">
        <Front agreement={agreement} told={told} />
        <section aria-labelledby="clauses-head">
          <h2 id="clauses-head">Clauses</h2>
          <p className="hint">
            Each begins with its text. What it comes to is told below, by the registry, from the form that was signed
            with the text and that every agency enforces. A crime area or a use includes those under it; of an object
            that lacks what a condition reads, a clause that shares does not speak.
          </p>
          {agreement.clauses.map((clause) => (
            <ClauseArticle key={clauseAnchor(clause.id)} clause={clause} agreement={agreement.id} />
          ))}
        </section>
      </div>
    </div>
  );
}

/** The browser looked for the clause before it was there: this has it look, and mark it, again. */
function goToAnchor(): void {
  if (location.hash !== '') location.replace(location.hash);
}
