import { useState } from 'react';
import { ChangeButton } from '../shared/change-dialog.tsx';
import { Frame } from '../shared/frame.tsx';
import { useHeld } from '../shared/held.ts';
import { session } from '../shared/session/session.ts';
import type { Viewer } from '../shared/session/who.ts';
import { useSettings, type Settings } from '../shared/settings.ts';
import { Failed, Loading, Refusal } from '../shared/states.tsx';
import type { Told } from '../shared/told.ts';
import { useTold } from '../shared/use-told.ts';
import { WhoAsks } from '../shared/who-asks.tsx';
import { secondSession, type Second } from './asking/second.ts';
import { useMatrix } from './asking/use-matrix.ts';
import { Comparison } from './comparison.tsx';
import { EXCHANGE, type Exchange } from './model/question.ts';
import { viewerName } from './names.ts';
import { News } from './news.tsx';
import { SecondForm } from './second-form.tsx';

const NOBODY: Second = { viewer: undefined, area: '', use: '' };
const NO_EXCHANGE: Exchange = { agencies: [], ruleset: { digest: '' } };

/** Originator by field by recipient, for a purpose. */
export function MatrixPage() {
  const settings = useSettings();
  const [second, setSecond] = useState(NOBODY);
  return (
    <Frame page="matrix" title="Visibility matrix">
      <div className="matrix-head">
        <div>
          <h1>Visibility matrix</h1>
          <p className="hint">What a viewer may see of each agency’s fields: told by agreements, never by data.</p>
        </div>
        {typeof settings !== 'string' && <SecondForm settings={settings} second={second} onChange={setSecond} />}
      </div>
      <Body second={second} settings={settings} />
    </Frame>
  );
}

/** Asks for one viewer or for two, and shows what came of it. */
function Body({ second, settings }: { readonly second: Second; readonly settings: Settings }) {
  const asked = useHeld(session);
  const other = secondSession(second, asked);
  const exchange = useTold<Exchange>(asked.viewer, EXCHANGE);
  const { agencies, ruleset } = exchange.is === 'told' ? exchange.value : NO_EXCHANGE;
  const first = useMatrix(asked, agencies, ruleset.digest);
  const compared = useMatrix(other, agencies, ruleset.digest);
  if (exchange.is !== 'told') return <Waiting told={exchange} />;
  if (first.told.is !== 'told') return <Waiting told={first.told} />;
  const name = (viewer: Viewer | undefined) => viewerName(viewer, settings);
  return (
    <>
      <News changes={first.changes} ruleset={ruleset.digest} />
      {compared.told.is === 'refused' && <Refusal refused={compared.told} />}
      {!asked.purpose && (
        <p className="matrix-note">No purpose is stated: only the viewer’s own agency’s data is open.</p>
      )}
      <Comparison
        agencies={agencies}
        first={{ name: name(asked.viewer), matrix: first.told.value, before: first.before }}
        second={compared.told.is === 'told' ? { name: name(other?.viewer), matrix: compared.told.value } : undefined}
        isStale={first.stale || (other !== undefined && compared.stale)}
      />
    </>
  );
}

function Waiting({ told }: { readonly told: Told<unknown> }) {
  switch (told.is) {
    case 'nobody':
      return <WhoAsks why="The matrix is of what one viewer may see, for one purpose." />;
    case 'failed':
      return <Failed what="The matrix cannot be had: the gateway does not answer." />;
    case 'refused':
      return (
        <>
          <Refusal refused={told} />
          <p>
            <ChangeButton main>Choose who asks</ChangeButton>
          </p>
        </>
      );
    case 'loading':
    case 'told':
      return <Loading what="the matrix" />;
  }
}
