import type { Withdrawal } from '../model/question.ts';
import { withdrawalInWords } from '../model/words.ts';

/** Parties that withdrew by a notice, and those that will. Nothing where there are none. */
export function Notices(props: {
  readonly of: string;
  readonly standing: readonly Withdrawal[];
  readonly announced: readonly Withdrawal[];
}) {
  const { of, standing, announced } = props;
  if (standing.length + announced.length === 0) return null;
  return (
    <ul className="notices" aria-label="Notices">
      {standing.map((withdrawal, index) => (
        <Notice key={`now ${index}`} of={of} withdrawal={withdrawal} isToCome={false} />
      ))}
      {announced.map((withdrawal, index) => (
        <Notice key={`to come ${index}`} of={of} withdrawal={withdrawal} isToCome />
      ))}
    </ul>
  );
}

function Notice(props: { readonly of: string; readonly withdrawal: Withdrawal; readonly isToCome: boolean }) {
  const { of, withdrawal, isToCome } = props;
  const { reason, notice } = withdrawal;
  return (
    <li className={isToCome ? 'notice notice-to-come' : 'notice'}>
      <b>{withdrawalInWords(withdrawal, of, isToCome)}.</b>
      {reason && <> “{reason}”</>}
      {notice && (
        <span className="hint">
          {' '}
          Notice <code>{notice}</code>
        </span>
      )}
    </li>
  );
}
