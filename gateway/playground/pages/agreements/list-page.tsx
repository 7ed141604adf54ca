import { Frame } from '../shared/frame.tsx';
import { useHeld } from '../shared/held.ts';
import { session } from '../shared/session/session.ts';
import { Empty } from '../shared/states.tsx';
import { useTold } from '../shared/use-told.ts';
import { LIST, type ListTold, type Listed } from './model/question.ts';
import { STATUS_WORDS, byStatus } from './model/status.ts';
import { datesInWords } from './model/words.ts';
import { Status } from './parts/status.tsx';
import { Waiting } from './waiting.tsx';

const QUESTION = { query: LIST };

/** The agreements of the viewer's own agency. */
export function ListPage() {
  const { viewer } = useHeld(session);
  const told = useTold<ListTold>(viewer, QUESTION);
  return (
    <Frame page="agreements" title="Agreements">
      <div className="sheet">
        <h1>Agreements</h1>
        <p className="hint">
          Those to which the viewer’s own agency is a party, by its name or as a member of a group.
        </p>
        {told.is === 'told' ? <List told={told.value} /> : <Waiting told={told} what="agreements" />}
      </div>
    </Frame>
  );
}

function List({ told }: { readonly told: ListTold }) {
  const { agreements } = told;
  if (agreements.length === 0)
    return (
      <Empty title="No agreements">
        <p>This agency is a party to none. It sees no other agency’s data, and no other sees its own.</p>
      </Empty>
    );
  return byStatus(agreements).map(({ status, items }) => (
    <section key={status} className="agreement-list">
      <h2>
        {STATUS_WORDS[status].name} <span className="count">{items.length}</span>
      </h2>
      <ul>
        {items.map((agreement) => (
          <Item key={agreement.id} agreement={agreement} />
        ))}
      </ul>
    </section>
  ));
}

function Item({ agreement }: { readonly agreement: Listed }) {
  const { id, title, status, statusReason, parties } = agreement;
  return (
    <li className="agreement-item">
      <div>
        <a className="agreement-title" href={`/agreements/${encodeURIComponent(id)}`}>
          {title}
        </a>
        <p className="hint">
          <code>{id}</code> · {parties.join(', ')} · {datesInWords(agreement)}
        </p>
        {status !== 'IN_FORCE' && <p className="agreement-why">{statusReason}</p>}
      </div>
      <Status status={status} />
    </li>
  );
}
