import { Clauses } from '../clause.tsx';
import { Contact } from '../contact.tsx';
import { Reason } from '../reason.tsx';
import { REASONS } from '../words/reasons.ts';
import { dutiesIn } from './duties.ts';
import { fieldsIn, type Alike, type OfOriginator } from './told.ts';

/** What an answer says of one originator: what it withholds and why, under what it discloses, and whom to call there. */
export function OriginatorPart(props: {
  readonly part: OfOriginator;
  readonly ruleset: string;
  readonly opens: boolean;
}) {
  const { part, ruleset, opens } = props;
  const { originator, withheld, someRows, disclosed, contact } = part;
  const [certain, some] = [fieldsIn(withheld), fieldsIn(someRows)];
  return (
    <details className="originator" open={opens}>
      <summary>
        <h3>{originator}</h3>
        {certain > 0 && <span className="count count-withheld">{certain} withheld</span>}
        {some > 0 && <span className="count count-perhaps">{some} on some rows</span>}
        {certain + some === 0 && <span className="count count-open">nothing withheld</span>}
        {disclosed.length === 0 && <span className="count count-none">nothing disclosed</span>}
      </summary>
      {contact && <Contact desk={contact} />}
      {[...withheld, ...someRows].map((group) => (
        <Group key={[group.reason, ...group.clauses].join()} group={group} ruleset={ruleset} />
      ))}
      {disclosed.length > 0 && (
        <div className="group group-disclosed">
          <p className="group-reason">
            <span className="reason reason-disclosed">Disclosed under</span>
          </p>
          <Clauses ids={disclosed} ruleset={ruleset} />
        </div>
      )}
      <Duties part={part} ruleset={ruleset} />
    </details>
  );
}

function Group({ group, ruleset }: { readonly group: Alike; readonly ruleset: string }) {
  const { reason, clauses, fields } = group;
  return (
    <div className="group">
      <p className="group-reason">
        <Reason code={reason} /> <span className="group-words">{REASONS[reason].long}</span>
      </p>
      <ul className="coordinates">
        {fields.map(({ coordinate, by = [] }) => (
          <li key={coordinate}>
            <code>{coordinate}</code>
            {by.length > 0 && <span className="by"> read by {by.join(', ')}</span>}
          </li>
        ))}
      </ul>
      <Clauses ids={clauses} ruleset={ruleset} />
    </div>
  );
}

function Duties({ part: { obligations }, ruleset }: { readonly part: OfOriginator; readonly ruleset: string }) {
  if (obligations.length === 0) return null;
  return (
    <div className="group">
      <p className="group-reason">
        <span className="reason reason-duty">You owe</span>
      </p>
      {obligations.map((owed) => (
        <div key={owed.clause}>
          <ul className="duties">
            {dutiesIn(owed).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Clauses ids={[owed.clause]} ruleset={ruleset} />
        </div>
      ))}
    </div>
  );
}
