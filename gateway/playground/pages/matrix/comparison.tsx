import { useMemo, useRef, useState } from 'react';
import { Empty } from '../shared/states.tsx';
import { Details } from './details.tsx';
import { Grid } from './grid/grid.tsx';
import { placeId, type NamedPlace } from './grid/rows.ts';
import { Legend } from './legend.tsx';
import { countsOf, differences } from './model/counts.ts';
import { cellAt, type Matrix } from './model/matrix.ts';
import type { Agency } from './model/question.ts';
import { groupsOf, type Filter, type Group } from './model/rows.ts';
import { Tools } from './tools.tsx';

/** A viewer by name, with what they may see. */
interface Viewed {
  readonly name: string;
  readonly matrix: Matrix;
  readonly before?: Matrix | undefined;
}

const ALL: Filter = { text: '', onlyDifferences: false };

/** The matrix of one viewer, or of two side by side, with what stands behind the cell that is chosen. */
export function Comparison(props: {
  readonly agencies: readonly Agency[];
  readonly first: Viewed;
  readonly second: Viewed | undefined;
  readonly isStale: boolean;
}) {
  const { agencies, first, second, isStale } = props;
  const [filter, setFilter] = useState(ALL);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [place, setPlace] = useState<NamedPlace>({ key: '', column: 1 });
  const details = useRef<HTMLElement>(null);
  const other = second?.matrix;
  const { matrix, before } = first;
  const sides = useMemo(() => ({ first: matrix, second: other, before }), [matrix, other, before]);
  const groups = useMemo(() => groupsOf(matrix, other, filter), [matrix, other, filter]);
  const counts = useMemo(() => [matrix, ...(other ? [other] : [])].map(countsOf), [matrix, other]);
  const toggle = (category: string) => setClosed((now) => toggled(now, category));
  const names = [first.name, second?.name ?? ''] as const;
  return (
    <>
      <Tools
        filter={filter}
        onFilter={setFilter}
        differences={other && differences(matrix, other)}
        names={second && names}
        onOpenAll={() => setClosed(new Set())}
        onCloseAll={() => setClosed(new Set(groups.map(({ category }) => category)))}
      />
      <Legend counts={counts} />
      <div className={isStale ? 'matrix-body is-stale' : 'matrix-body'} aria-busy={isStale}>
        {groups.length === 0 ? (
          <Empty title={filter.onlyDifferences ? 'They see the same.' : 'No field is called so.'} />
        ) : (
          <Grid
            caption={`What ${second ? `${names[0]} and ${names[1]}` : names[0]} may see`}
            {...{ sides, groups, closed, place, names }}
            onWalk={setPlace}
            onToggle={toggle}
            onEnter={() => details.current?.focus()}
          />
        )}
        <Behind
          ref={details}
          {...{ place, groups, agencies, first, second }}
          onLeave={() => document.getElementById(placeId(place))?.focus()}
        />
      </div>
    </>
  );
}

function Behind(props: {
  readonly ref: React.Ref<HTMLElement>;
  readonly place: NamedPlace;
  readonly groups: readonly Group[];
  readonly agencies: readonly Agency[];
  readonly first: Viewed;
  readonly second: Viewed | undefined;
  readonly onLeave: () => void;
}) {
  const { ref, place, groups, agencies, first, second, onLeave } = props;
  const fields = groups.flatMap((group) => group.fields);
  const field = fields.find(({ coordinate }) => coordinate === place.key);
  const code = first.matrix.originators[Math.floor((place.column - 1) / (second ? 2 : 1))];
  if (!field || code === undefined)
    return (
      <aside ref={ref} className="details" tabIndex={-1} aria-label="What stands behind the cell">
        <Empty title="Choose a cell">
          <p>Its clauses, with their words, the reason and whom to ask stand here.</p>
          <p className="hint">Arrow keys walk. Enter goes here from a cell, Escape back.</p>
        </Empty>
      </aside>
    );
  const { coordinate, category } = field;
  const told = [first, ...(second ? [second] : [])].map(({ name, matrix }) => {
    return { name, cell: cellAt(matrix, code, coordinate) };
  });
  const originator = agencies.find((agency) => agency.code === code);
  return <Details {...{ ref, coordinate, category, originator, told, onLeave }} ruleset={first.matrix.ruleset} />;
}

function toggled(now: ReadonlySet<string>, category: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(category)) next.add(category);
  return next;
}
