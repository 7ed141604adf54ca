import { useState } from 'react';
import { changesInWords, type Changes } from './model/changes.ts';

/** Says what a change of agreements did to the cells. Screen readers are told as soon as it happens. */
export function News({ changes, ruleset }: { readonly changes: Changes | undefined; readonly ruleset: string }) {
  const [dismissed, setDismissed] = useState('');
  const text = changes ? changesInWords(changes) : '';
  const isShown = text !== '' && dismissed !== ruleset;
  return (
    <div role="status" aria-live="polite">
      {isShown && (
        <div className="banner banner-news">
          <p>{text}</p>
          <button type="button" className="button" onClick={() => setDismissed(ruleset)}>
            Understood
          </button>
        </div>
      )}
    </div>
  );
}
