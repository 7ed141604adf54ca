import { KIND_WORDS, chainOf, type Link } from '../model/lineage.ts';
import type { AgreementTold } from '../model/question.ts';
import { Status } from './status.tsx';

/** The agreements that one is tied to, the earliest first, drawn as a chain. */
export function Lineage({ id, told }: { readonly id: string; readonly told: AgreementTold }) {
  const chain = chainOf(id, told.agreements);
  if (chain.length === 0)
    return <p>It stands alone: it names no other agreement, and none that you may read names it.</p>;
  return (
    <ol className="chain">
      {chain.map((link) => (
        <ChainLink key={link.id} link={link} isThis={link.id === id} />
      ))}
    </ol>
  );
}

function ChainLink({ link, isThis }: { readonly link: Link; readonly isThis: boolean }) {
  const { id, title, status, names } = link;
  return (
    <li className={isThis ? 'chain-link is-this' : 'chain-link'} aria-current={isThis ? 'true' : undefined}>
      <p>
        {title === null || isThis ? (
          <b>{title ?? id}</b>
        ) : (
          <a href={`/agreements/${encodeURIComponent(id)}`}>{title}</a>
        )}{' '}
        {status && <Status status={status} />}
      </p>
      <p className="hint">
        <code>{id}</code>
        {title === null && ' · for its parties only'}
        {names.map(({ kind, agreement }) => ` · ${KIND_WORDS[kind] ?? kind} ${agreement}`).join('')}
      </p>
    </li>
  );
}
