import { Failed, Loading, Refusal } from '../shared/states.tsx';
import { WhoAsks } from '../shared/who-asks.tsx';
import type { Told } from '../shared/told.ts';

/** There is nothing to read yet, and this is why. */
export function Waiting({ told, what }: { readonly told: Told<unknown>; readonly what: string }) {
  switch (told.is) {
    case 'nobody':
      return <WhoAsks why="Agreements are for their parties." />;
    case 'failed':
      return <Failed what="The gateway does not answer." />;
    case 'refused':
      return <Refusal refused={told} />;
    case 'loading':
    case 'told':
      return <Loading what={what} />;
  }
}
