import type { Storage } from '@graphiql/toolkit';

const PREFIX = 'concordat.';

/** GraphiQL keeps what stands in its editors, which may be selectors: for as long as the tab is open, no longer. */
export const tabStorage: Storage = {
  get length() {
    return keys().length;
  },
  getItem: (key) => sessionStorage.getItem(PREFIX + key),
  setItem: (key, value) => sessionStorage.setItem(PREFIX + key, value),
  removeItem: (key) => sessionStorage.removeItem(PREFIX + key),
  clear: () => keys().forEach((key) => sessionStorage.removeItem(key)),
};

function keys(): readonly string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX}graphiql:`));
}
