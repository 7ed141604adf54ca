import { Empty, Failed, Loading, Refusal } from '../shared/states.tsx';
import type { Told } from './use-told.ts';

/** There is nothing to read yet, and this is why. */
export function Waiting({ told, what }: { readonly told: Told<unknown>; readonly what: string }) {
  switch (told.is) {
    case 'nobody':
      return (
        <Empty title="Who asks?">
          <p>Agreements are for their parties. Choose a persona, sign in or paste a token with “Change”, above.</p>
        </Empty>
      );
    case 'failed':
      return <Failed what="The gateway does not answer." />;
    case 'refused':
      return <Refusal refused={told} />;
    case 'loading':
    case 'told':
      return <Loading what={what} />;
  }
}
