import type { AgreementTold, Signature } from '../model/question.ts';
import { instant, partyName, signatureInWords } from '../model/words.ts';

/** Who signed, when, by which key, and whether it counts. */
export function Signatures({
  told,
  signatures,
}: {
  readonly told: AgreementTold;
  readonly signatures: readonly Signature[];
}) {
  if (signatures.length === 0) return <p>No signatures can be told of: the text is broken, or no longer arrives.</p>;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">Signed by</th>
          <th scope="col">Given</th>
          <th scope="col">Key</th>
          <th scope="col">Signature</th>
        </tr>
      </thead>
      <tbody>
        {signatures.map((signature) => (
          <Row key={signature.party} told={told} signature={signature} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ told, signature }: { readonly told: AgreementTold; readonly signature: Signature }) {
  const { party, signer, status, key, given } = signature;
  return (
    <tr>
      <th scope="row">
        {party} <span className="hint">{partyName(party, told)}</span>
      </th>
      <td>{signer === party ? 'itself' : `${signer}, which coordinates it`}</td>
      <td>{given ? <time dateTime={given}>{instant(given)}</time> : status === 'VERIFIED' ? 'not said' : '–'}</td>
      <td>{key ? <code>{key}</code> : '–'}</td>
      <td>
        <span className={`status status-${status === 'VERIFIED' ? 'disclosed' : 'withheld'}`}>
          <span aria-hidden="true">{status === 'VERIFIED' ? '✓ ' : '✕ '}</span>
          {signatureInWords(signature)}
        </span>
      </td>
    </tr>
  );
}
