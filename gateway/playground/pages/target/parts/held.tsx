import type { ProfiledCoordinate, ProfiledValue, Titled } from '../../../../profile/told.ts';
import { Clauses } from '../../shared/clause.tsx';
import { standingsOf, type Place } from '../model/sources.ts';
import { partsOf, wholeOf } from '../model/value.ts';
import { coordinateName, hitsOf } from '../model/words.ts';

/** What is held, coordinate by coordinate: values side by side, each with whose it is, where it stands and by which clauses. */
export function Held(props: {
  readonly coordinates: readonly ProfiledCoordinate[];
  readonly titles: readonly Titled[];
  readonly ruleset: string;
}) {
  const { coordinates, titles, ruleset } = props;
  if (coordinates.length === 0) return <p className="hint">Nothing of what is held on them is shown.</p>;
  return (
    <dl className="held">
      {coordinates.map(({ coordinate, values, contradictory }) => (
        <div key={coordinate} className={contradictory ? 'held-row is-contradictory' : 'held-row'}>
          <dt>
            {coordinateName(coordinate)}
            {contradictory && (
              <span className="held-mark held-contradiction">
                <span aria-hidden="true">≠ </span>contradicts
              </span>
            )}
          </dt>
          <dd>
            <ul className="held-values">
              {values.map((value) => (
                <li key={JSON.stringify(value.value)}>
                  <Value value={value} />
                  <Sources value={value} titles={titles} ruleset={ruleset} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value: { value, alsoWritten = [], variant } }: { readonly value: ProfiledValue }) {
  return (
    <p className="held-value">
      {partsOf(value).map(({ name, text }) => (
        <span key={name ?? ''} className="held-part">
          {name !== undefined && <span className="held-part-name">{name} </span>}
          {text}
        </span>
      ))}
      {variant && (
        <span className="held-mark" title="The same name in another spelling or script stands beside it.">
          <span aria-hidden="true">≈ </span>variant
        </span>
      )}
      {alsoWritten.length > 0 && <span className="hint"> also written {alsoWritten.map(wholeOf).join(', ')}</span>}
    </p>
  );
}

function Sources(props: {
  readonly value: ProfiledValue;
  readonly titles: readonly Titled[];
  readonly ruleset: string;
}) {
  const { value, titles, ruleset } = props;
  return (
    <ul className="held-sources">
      {standingsOf(value.originators, titles).map(({ originator, clauses, places }) => (
        <li key={`${originator} ${clauses.join(' ')}`}>
          <b>{originator}</b>
          {clauses.length === 0 && <span className="hint"> the viewer’s own agency</span>}
          <Places places={places} />
          <Clauses ids={clauses} ruleset={ruleset} />
        </li>
      ))}
    </ul>
  );
}

/** More places than these are told of when they are asked for. */
const AT_ONCE = 2;

function Places({ places }: { readonly places: readonly Place[] }) {
  if (places.length <= AT_ONCE) return <PlaceList places={places} />;
  const of = (is: Place['is']) => places.filter((place) => place.is === is);
  return (
    <details className="held-places">
      <summary>in {hitsOf({ records: of('record'), cases: of('case') })}</summary>
      <PlaceList places={places} />
    </details>
  );
}

/** Two records can have one title: the beginning of an id tells them apart. */
function PlaceList({ places }: { readonly places: readonly Place[] }) {
  return (
    <ul className="held-place-list">
      {places.map(({ is, id, title }) => (
        <li key={id}>
          {is} {title !== undefined && `“${title}” `}
          <code title={id}>{id.slice(0, 8)}</code>
        </li>
      ))}
    </ul>
  );
}
