import { useMemo } from 'react';
import { Empty } from '../../shared/states.tsx';
import { NO_OTHERS } from '../../shared/visibility/no-others.ts';
import { VisibilityTab } from '../../shared/visibility/visibility-tab.tsx';
import { GraphPart } from '../graph/graph-part.tsx';
import { callsOf } from '../model/calls.ts';
import { nodeNames } from '../model/names.ts';
import { membersOf, type AnsweredProfile } from '../model/profile.ts';
import { summaryOf } from '../model/summary.ts';
import { Calls } from './calls.tsx';
import { Clusters } from './clusters.tsx';
import { Troubles } from './troubles.tsx';

/** A profile, and beside it what was withheld and why. */
export function Answer({ answer }: { readonly answer: AnsweredProfile }) {
  const { profile, errors, visibility } = answer;
  const names = useMemo(() => nodeNames(profile), [profile]);
  const calls = useMemo(() => callsOf(profile, visibility), [profile, visibility]);
  const ruleset = visibility?.ruleset ?? '';
  return (
    <div className="target-body">
      <div className="target-told">
        <p className="target-summary">{summaryOf(profile)}</p>
        {profile.truncated && (
          <p className="note">
            <strong>Not all of it:</strong> there is more than one profile holds. Seek by something that fewer have.
          </p>
        )}
        <Troubles errors={errors} />
        {membersOf(profile).length > 0 && (
          <>
            <Calls calls={calls} />
            <Clusters profile={profile} names={names} ruleset={ruleset} />
            <GraphPart profile={profile} names={names} />
          </>
        )}
      </div>
      <aside className="target-visibility" aria-label="What was withheld, and why">
        <h2>What was withheld, and why</h2>
        {visibility ? (
          <VisibilityTab visibility={visibility} errors={errors.length} />
        ) : (
          <Empty title="No clause was needed.">
            <p>{NO_OTHERS}</p>
          </Empty>
        )}
      </aside>
    </div>
  );
}
