import { useHeld } from '../shared/held.ts';
import { session } from '../shared/session/session.ts';
import { useDigest } from '../shared/use-digest.ts';
import { askAgain } from './asking/again.ts';
import { useShown } from './asking/answer.ts';

/** Says that the agreements in force are others than those of the answer that is shown. */
export function News() {
  const shown = useShown();
  const answered = typeof shown !== 'string' && shown.is === 'answered' ? shown : undefined;
  const under = answered?.visibility?.ruleset;
  const { viewer } = useHeld(session);
  const digest = useDigest(under === undefined ? undefined : viewer, under);
  const changed = digest !== undefined && digest !== under;
  return (
    <div role="status" className="news">
      {changed && (
        <div className="banner banner-news">
          <p>The agreements in force have changed since this answer.</p>
          <button type="button" className="button" onClick={askAgain}>
            Ask again
          </button>
        </div>
      )}
    </div>
  );
}
