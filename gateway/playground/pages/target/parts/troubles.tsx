import type { AnswerError } from '../../shared/ask.ts';
import { troublesIn } from '../model/troubles.ts';

/** What was not answered: of agencies that failed, what they hold is missing here. */
export function Troubles({ errors }: { readonly errors: readonly AnswerError[] }) {
  if (errors.length === 0) return null;
  return (
    <section className="note" aria-label="What was not answered">
      <p>
        <strong>Not all of it was answered:</strong> the profile is made of the rest.
      </p>
      <ul>
        {troublesIn(errors).map(({ code, message, remedy, places }) => (
          <li key={`${code} ${message}`}>
            <code>{code}</code> {message}
            {places > 1 && ` (in ${places} places)`}
            {remedy !== undefined && <span className="hint"> {remedy}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
