import type { Storage } from '@graphiql/toolkit';
import { tab } from '../../shared/session/tab.ts';

const PREFIX = 'concordat.';

/** GraphiQL keeps what stands in its editors, which may be selectors: for as long as the tab is open, no longer. */
export const tabStorage: Storage = {
  get length() {
    return keys().length;
  },
  getItem: (key) => tab.read(PREFIX + key),
  setItem: (key, value) => tab.keep(PREFIX + key, value),
  removeItem: (key) => tab.drop(PREFIX + key),
  clear: () => keys().forEach((key) => tab.drop(key)),
};

function keys(): readonly string[] {
  return tab.keys().filter((key) => key.startsWith(`${PREFIX}graphiql:`));
}
