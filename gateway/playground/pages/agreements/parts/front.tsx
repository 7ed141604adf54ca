import type { Agreement, AgreementTold } from '../model/question.ts';
import { datesInWords, instant, partyName } from '../model/words.ts';
import { Lineage } from './lineage.tsx';
import { Memberships } from './membership.tsx';
import { Notices } from './notices.tsx';
import { Signatures } from './signatures.tsx';
import { Status } from './status.tsx';

/** What stands before the clauses: what the agreement is, between whom, where it stands, who signed it. */
export function Front({ agreement, told }: { readonly agreement: Agreement; readonly told: AgreementTold }) {
  const { id, title, source, signed, parties, status, statusReason, noticeDays, digest } = agreement;
  return (
    <>
      <header className="front">
        <p className="hint">
          <code>{id}</code>
        </p>
        <h1>{title}</h1>
        <p className="front-status" role="status">
          <Status status={status} /> {status !== 'IN_FORCE' && <span>{capital(statusReason)}.</span>}
        </p>
        <Notices of={id} standing={agreement.notFor} announced={agreement.announced} />
        <button type="button" className="button print" onClick={() => print()}>
          Print
        </button>
      </header>
      <dl className="facts">
        <Fact name="Parties">
          {parties.map((code) => (
            <span key={code} className="fact-line">
              <b>{code}</b> {partyName(code, told)}
            </span>
          ))}
        </Fact>
        <Fact name="Signed">{instant(signed)}</Fact>
        <Fact name="In force">
          {datesInWords(agreement)}
          {noticeDays > 0 ? `, ${noticeDays} days after a notice` : ''}
        </Fact>
        {source && <Fact name="Source">{source}</Fact>}
        {digest && (
          <Fact name="Digest">
            <code className="digest">{digest}</code>
          </Fact>
        )}
      </dl>
      <section>
        <h2>Signatures</h2>
        <p className="hint">Verified by the registry itself, over the digest above, against keys that it has pinned.</p>
        <Signatures told={told} signatures={agreement.signatures} />
      </section>
      {agreement.groups.length + agreement.accessions.length > 0 && (
        <section>
          <h2>Groups</h2>
          <Memberships agreement={agreement} />
        </section>
      )}
      <section>
        <h2>Lineage</h2>
        <Lineage id={id} told={told} />
      </section>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
