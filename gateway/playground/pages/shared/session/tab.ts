const memory = new Map<string, string>();

/**
 * What a tab keeps from one of its pages to the next, and no longer. Where the browser lets a page keep nothing, it is
 * kept for as long as the page is open.
 */
export const tab = {
  read: (key: string): string | null => memory.get(key) ?? attempt(() => sessionStorage.getItem(key)) ?? null,
  keep(key: string, value: string): void {
    const isKept = attempt(() => (sessionStorage.setItem(key, value), true)) ?? false;
    if (isKept) memory.delete(key);
    else memory.set(key, value);
  },
  drop(key: string): void {
    memory.delete(key);
    attempt(() => sessionStorage.removeItem(key));
  },
  keys: (): readonly string[] => [
    ...new Set([...(attempt(() => Object.keys(sessionStorage)) ?? []), ...memory.keys()]),
  ],
};

/** Even to name a storage that is denied is an error. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
