import { useShown } from './asking/answer.ts';
import { askAgain } from './asking/again.ts';
import { useNews } from './asking/use-news.ts';

/** Says that the agreements in force are others than those of the answer that is shown. */
export function News() {
  const shown = useShown();
  const answered = typeof shown !== 'string' && shown.is === 'answered' ? shown : undefined;
  const changed = useNews(answered?.visibility?.ruleset);
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
