import { useState } from 'react';
import { ChangeButton } from '../shared/change-dialog.tsx';
import { Frame } from '../shared/frame.tsx';
import { useHeld } from '../shared/held.ts';
import { placeOf } from '../shared/session/refusals.ts';
import { session } from '../shared/session/session.ts';
import { Empty, Failed, Loading, Refusal } from '../shared/states.tsx';
import { WhoAsks } from '../shared/who-asks.tsx';
import { useProfile, type ProfileState } from './asking/use-profile.ts';
import { SoughtForm } from './form/sought-form.tsx';
import { isOfInput } from './model/refused.ts';
import { EMPTY_DRAFT, soughtBy, type Draft } from './model/sought.ts';
import { Answer } from './parts/answer.tsx';

/** What all agencies hold on one person, group or organization, as far as the viewer may see it. */
export function TargetPage() {
  const { viewer } = useHeld(session);
  return (
    <Frame page="target" title="Target">
      <div className="target">
        <h1>Target profile</h1>
        <p className="hint">
          What all agencies hold on one person, group or organization, as far as this viewer may see it for this
          purpose. It is made now, and kept nowhere.
        </p>
        {viewer ? <Seeking /> : <WhoAsks why="A profile is made for one viewer, and for one purpose." />}
      </div>
    </Frame>
  );
}

/** INVARIANT: what is typed is in no address and no storage: it names people. It goes with this component. */
function Seeking() {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const { state, ask } = useProfile();
  const seek = () => ask(soughtBy(draft));
  return (
    <>
      <SoughtForm draft={draft} onChange={setDraft} onSeek={seek} refused={isOfInput(state) ? state : undefined} />
      <div role="status" className="hidden-text">
        {state.is === 'told' && 'The profile is made.'}
      </div>
      <Shown state={state} onAgain={seek} />
    </>
  );
}

function Shown({ state, onAgain }: { readonly state: ProfileState; readonly onAgain: () => void }) {
  switch (state.is) {
    case 'nothing':
      return (
        <Empty title="Write one thing that tells a target.">
          <p>Each profile counts as a search, and is in the ledger.</p>
        </Empty>
      );
    case 'asking':
      return <Loading what="the profile" />;
    case 'failed':
      return <Failed what="The profile cannot be had: the gateway does not answer." onRetry={onAgain} />;
    case 'outdated':
      return (
        <div className="banner banner-news" role="alert">
          <p>The agreements in force have changed. The profile that stood here was made under others.</p>
          <button type="button" className="button" onClick={onAgain}>
            Ask again
          </button>
        </div>
      );
    case 'refused':
      return isOfInput(state) ? null : <RefusedElsewhere refused={state} />;
    case 'told':
      return <Answer answer={state.answer} />;
  }
}

function RefusedElsewhere({ refused }: { readonly refused: Extract<ProfileState, { readonly is: 'refused' }> }) {
  return (
    <>
      <Refusal refused={refused} />
      {placeOf(refused) && (
        <p className="target-change">
          <ChangeButton main>Change who asks, and what for</ChangeButton>
        </p>
      )}
    </>
  );
}
