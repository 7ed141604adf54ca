import DataLoader from 'dataloader';

/** PostgreSQL takes 32,767 parameters in one statement. */
const MAX_BATCH = 10_000;

/** Loads one value by its id; null: there is none. */
export type ById<T> = DataLoader<string, T | null>;

/** Loads a list by the id of what it hangs on; empty: there is nothing. */
export type ListOf<T> = DataLoader<string, readonly T[]>;

/** A loader of single values: `find` answers for a batch of ids, in any order. */
export function byId<T extends { readonly id: string }>(find: (ids: string[]) => Promise<readonly T[]>): ById<T> {
  return new DataLoader(
    async (ids) => {
      const found = new Map((await find([...ids])).map((value) => [value.id, value]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { maxBatchSize: MAX_BATCH },
  );
}

/** A loader of lists: `find` answers for a batch of ids, each list in its order. */
export function listOf<T>(find: (ids: string[]) => Promise<readonly { of: string; value: T }[]>): ListOf<T> {
  return new DataLoader(
    async (ids) => {
      const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
      for (const { of, value } of await find([...ids])) lists.get(of)?.push(value);
      return ids.map((id) => lists.get(id) ?? []);
    },
    { maxBatchSize: MAX_BATCH },
  );
}
