import type { Agreement, Clause } from '../model/question.ts';
import { clauseAnchor } from '../model/words.ts';

const SIGNS: Readonly<Record<Clause['effect'], readonly [sign: string, words: string]>> = {
  SHARE: ['+', 'shares'],
  WITHHOLD: ['−', 'withholds'],
  DECONFLICT: ['≈', 'matches'],
  NONE: ['', 'says'],
};

/** The way to each clause, with what it does. */
export function Contents({ agreement }: { readonly agreement: Agreement }) {
  return (
    <nav className="contents" aria-label="Clauses">
      <a href="/agreements">← All agreements</a>
      <ol>
        {agreement.clauses.map(({ id, effect }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(clauseAnchor(id))}`}>
              <span className={`contents-sign contents-${effect.toLowerCase()}`} aria-hidden="true">
                {SIGNS[effect][0]}
              </span>
              {clauseAnchor(id)} <span className="hint">{SIGNS[effect][1]}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
