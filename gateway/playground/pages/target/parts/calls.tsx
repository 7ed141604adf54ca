import { Contact } from '../../shared/contact.tsx';
import type { Call } from '../model/calls.ts';
import { counts } from '../model/words.ts';

/** Whom to call about records and cases that are not shown. */
export function Calls({ calls }: { readonly calls: readonly Call[] }) {
  if (calls.length === 0) return null;
  return (
    <section className="target-part" aria-labelledby="calls">
      <h2 id="calls">Whom to call</h2>
      <ul className="calls">
        {calls.map((call) => (
          <li key={JSON.stringify(call)}>
            <p>
              <b>{call.originator}</b> {whatOf(call)}
            </p>
            {call.desk && (
              <p className="call-desk">
                {call.isDesk && <span className="hint">No contact is named. Its desk:</span>}
                <Contact desk={call.desk} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatOf({ records, cases, disclosure }: Call): string {
  const counted = [counts(records, 'record'), counts(cases, 'case')].filter((text) => text !== '').join(' and ');
  return disclosure === 'CONTACT'
    ? `holds ${counted} that you are not shown: here is whom to call.`
    : `holds ${counted}, and no more is told than that.`;
}
