import { useState } from 'react';
import { Empty } from '../../shared/states.tsx';
import { goTo } from '../editors/shown.ts';
import type { Mark } from '../marks/mark.ts';
import { explanationsOf, noteOf, whereOf } from '../marks/words.ts';

/** How many are drawn at once: thousands would keep the page from doing anything else. */
const AT_ONCE = 200;

/** Every place where the answer has nothing, for those who do not see what is painted there. */
export function MarksTab({ marks }: { readonly marks: readonly Mark[] }) {
  const [most, setMost] = useState(AT_ONCE);
  if (marks.length === 0) {
    return (
      <Empty title="Nothing is missing in the answer.">
        <p>Where an answer has null or an empty list, this says whether that is withheld, or merely absent.</p>
      </Empty>
    );
  }
  return (
    <>
      <ol className="marks">
        {marks.slice(0, most).map((mark) => (
          <li key={mark.path.join('.')} className={`mark-item mark-item-${mark.is}`}>
            <p className="mark-where">{whereOf(mark)}</p>
            <p className="mark-says">{noteOf(mark)}</p>
            <button type="button" className="button" onClick={() => goTo(mark.path)}>
              Go to<span className="hidden-text"> {whereOf(mark)}</span>
            </button>
            <Why mark={mark} />
          </li>
        ))}
      </ol>
      {marks.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + AT_ONCE)}>
          Show more of {marks.length}
        </button>
      )}
    </>
  );
}

function Why({ mark }: { readonly mark: Mark }) {
  const lines = explanationsOf(mark);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>Why</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
