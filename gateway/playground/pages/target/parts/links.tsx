import type { AssembledLink } from '../../../../profile/told.ts';
import { fullName, type NodeNames } from '../model/names.ts';
import { reasonInWords } from '../model/reason.ts';
import { scoreInWords, verdictOf } from '../model/summary.ts';

/** Why some may be the same: each two with their score, what tells so, and how like their names and dates are. */
export function Links(props: {
  readonly title: string;
  readonly links: readonly AssembledLink[];
  readonly names: NodeNames;
}) {
  const { title, links, names } = props;
  if (links.length === 0) return null;
  return (
    <details className="links">
      <summary>
        {title} ({links.length})
      </summary>
      <ul>
        {links.map(({ from, to, score, reasons, likeness }) => (
          <li key={`${from} ${to}`}>
            <p>
              <b>{fullName(names, from)}</b> and <b>{fullName(names, to)}</b>: {verdictOf(score)}, score{' '}
              {scoreInWords(score)}
              {likeness !== undefined &&
                `; names and dates of birth, compared in clear, are alike by ${scoreInWords(likeness)}`}
            </p>
            <ul className="link-reasons">
              {reasons.map((reason) => (
                <li key={reason.kind}>{reasonInWords(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
