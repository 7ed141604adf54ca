import { STATUS_WORDS, type AgreementStatus } from '../model/status.ts';

/** Where an agreement stands: words, with a colour that says no more than they do. */
export function Status({ status }: { readonly status: AgreementStatus }) {
  const { name, tone } = STATUS_WORDS[status];
  return <span className={`status status-${tone}`}>{name}</span>;
}
