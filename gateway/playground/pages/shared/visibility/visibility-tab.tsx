import { useState } from 'react';
import type { Visibility } from '../../../../explain/explain.ts';
import { Clauses } from '../clause.tsx';
import { REASONS } from '../words/reasons.ts';
import { OriginatorPart } from './originator-part.tsx';
import { NO_OTHERS } from './no-others.ts';
import { asksOthers, byOriginator, countsIn, type Filter } from './told.ts';

const ALL: Filter = { originator: '', reason: '' };

/** What `extensions.visibility` says of an answer, and nothing else. */
export function VisibilityTab(props: {
  readonly visibility: Visibility;
  /** How many errors stand beside the data. */
  readonly errors: number;
}) {
  const { visibility, errors } = props;
  const [filter, setFilter] = useState(ALL);
  const { withheld, purpose, ruleset, spent = [] } = visibility;
  const parts = byOriginator(visibility, filter);
  return (
    <div className="visibility">
      <Counts visibility={visibility} />
      {errors > 0 && (
        <p className="counts">Not all of it was answered: the answer has {plural(errors, 'error')} beside its data.</p>
      )}
      <p className="visibility-under">
        {purpose ? `For ${purpose.use} of ${purpose.area}, ${purpose.case}` : 'No purpose was stated'} · agreements{' '}
        <code title={ruleset}>{ruleset.replace('sha256-', '').slice(0, 8)}</code>
      </p>
      {withheld.length > 0 && <Filters visibility={visibility} filter={filter} setFilter={setFilter} />}
      {spent.length > 0 && (
        <section className="spent">
          <h3>Today’s searches are used up under</h3>
          <Clauses ids={spent} ruleset={ruleset} />
        </section>
      )}
      {parts.map((part, at) => (
        <OriginatorPart key={part.originator} part={part} ruleset={ruleset} opens={at === 0 || parts.length < 4} />
      ))}
    </div>
  );
}

function Counts({ visibility }: { readonly visibility: Visibility }) {
  if (!asksOthers(visibility)) return <p className="counts">{NO_OTHERS}</p>;
  const { withheld, someRows } = countsIn(visibility);
  if (withheld.fields + someRows.fields === 0) {
    return <p className="counts counts-open">Nothing that you asked for is withheld.</p>;
  }
  return (
    <p className="counts">
      {withheld.fields > 0 && (
        <span className="count count-withheld">
          <b>{plural(withheld.fields, 'field')}</b> withheld by {plural(withheld.agencies, 'agency', 'agencies')}
        </span>
      )}
      {someRows.fields > 0 && (
        <span className="count count-perhaps">
          <b>{plural(someRows.fields, 'field')}</b> on some rows of {plural(someRows.agencies, 'agency', 'agencies')}
        </span>
      )}
    </p>
  );
}

function Filters(props: {
  readonly visibility: Visibility;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}) {
  const { visibility, filter, setFilter } = props;
  const originators = [...new Set(visibility.withheld.map(({ originator }) => originator))].sort();
  const reasons = [...new Set(visibility.withheld.map(({ reason }) => reason))];
  return (
    <div className="filters">
      <label>
        <span className="hidden-text">Originator</span>
        <select value={filter.originator} onChange={({ target }) => setFilter({ ...filter, originator: target.value })}>
          <option value="">All agencies</option>
          {originators.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <label>
        <span className="hidden-text">Reason</span>
        <select value={filter.reason} onChange={({ target }) => setFilter({ ...filter, reason: target.value })}>
          <option value="">All reasons</option>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {REASONS[reason].short}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
