import type { Clause } from '../model/question.ts';
import { betweenInWords, clauseAnchor, effectInWords } from '../model/words.ts';
import { Notices } from './notices.tsx';
import { Reach } from './reach.tsx';

/** A clause: its text as it was signed, then what it comes to. */
export function ClauseArticle({ clause, agreement }: { readonly clause: Clause; readonly agreement: string }) {
  const { id, text, effect, conditions, duties, replacedBy, notFor } = clause;
  const anchor = clauseAnchor(id);
  const isReplaced = replacedBy.length > 0;
  return (
    <article
      id={anchor}
      className={isReplaced ? 'clause-article is-replaced' : 'clause-article'}
      aria-labelledby={`${anchor}-head`}
    >
      <h3 id={`${anchor}-head`}>
        <a href={`#${encodeURIComponent(anchor)}`} title={`Link to ${id}`}>
          {anchor}
        </a>
      </h3>
      <div>
        {isReplaced && (
          <p className="replaced">
            Its place is taken by{' '}
            {replacedBy.map((other) => (
              <a key={other} href={`/agreements/${encodeURIComponent(other)}`}>
                {other}
              </a>
            ))}
            .
          </p>
        )}
        <p className="clause-law">{text}</p>
        <Notices of={agreement} standing={notFor} announced={[]} />
        {effect !== 'NONE' && (
          <div className={`meaning meaning-${effect.toLowerCase()}`}>
            <p className="meaning-effect">
              <b>{effectInWords(clause)}.</b> {betweenInWords(clause)}.
            </p>
            <Sentences head="Conditions" sentences={conditions} />
            <Sentences head={effect === 'DECONFLICT' ? 'What is done' : 'What the recipient owes'} sentences={duties} />
            <Reach clause={clause} />
          </div>
        )}
        {effect === 'NONE' && <p className="hint">{effectInWords(clause)}.</p>}
      </div>
    </article>
  );
}

function Sentences({ head, sentences }: { readonly head: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{head}</h4>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
