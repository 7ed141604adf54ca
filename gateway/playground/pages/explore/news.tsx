import { useHeld } from '../shared/held.ts';
import { asked } from './asking/answer.ts';
import { useNews } from './asking/use-news.ts';
import { wanted } from './asking/wanted.ts';

/** Says that the agreements in force are others than those of the answer that is shown. */
export function News() {
  const last = useHeld(asked);
  const outcome = last?.outcome;
  const answered = outcome !== undefined && outcome !== 'asking' && outcome.is === 'answered' ? outcome : undefined;
  const changed = useNews(answered?.visibility?.ruleset);
  const again = () => {
    if (last) wanted.set({ query: last.question.query, variables: printed(last.question.variables), run: true });
  };
  return (
    <div role="status" className="news">
      {changed && (
        <div className="banner banner-news">
          <p>The agreements in force have changed since this answer.</p>
          <button type="button" className="button" onClick={again}>
            Ask again
          </button>
        </div>
      )}
    </div>
  );
}

function printed(variables: Readonly<Record<string, unknown>> | undefined): string {
  return variables ? JSON.stringify(variables, null, 2) : '';
}
