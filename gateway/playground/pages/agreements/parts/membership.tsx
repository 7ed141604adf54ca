import { clauseHref } from '../../shared/words/clause-id.ts';
import type { Agreement } from '../model/question.ts';
import { instant } from '../model/words.ts';

/** The groups that an agreement founds, and the parties that join groups by it. */
export function Memberships({ agreement }: { readonly agreement: Agreement }) {
  const { groups, accessions } = agreement;
  return (
    <ul className="sentences">
      {groups.map(({ code, name, coordinator, members }) => (
        <li key={code}>
          Founds {code}, the {name}. {coordinator} coordinates it. Its founding members are {members.join(', ')}.
        </li>
      ))}
      {accessions.map(({ party, to, from, backDated, participation, reserves }) => (
        <li key={`${party} ${to}`}>
          {party} joins {to} on {instant(from)}, as{' '}
          {participation === 'active' ? 'an active' : `a${participation === 'observer' ? 'n' : ''} ${participation}`}{' '}
          member. Clauses speak of what is recorded {backDated ? 'before that day too.' : 'from that day on.'}
          {reserves.length > 0 && (
            <>
              {' '}
              It does not share under{' '}
              {reserves.map((id) => (
                <a key={id} href={clauseHref(id)}>
                  {id}
                </a>
              ))}
              .
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
