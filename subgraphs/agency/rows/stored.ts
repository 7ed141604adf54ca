import type { Entity, RecordEntity } from '../data/entities.ts';

/** Values of the agency's own fields, by name. */
export type OwnValues = Readonly<Record<string, string | number | boolean | null>>;

interface WithOwnValues {
  readonly own?: OwnValues;
}

/** A record to store. `handling` or `obtainedFrom` left out says that it is not known: agreements then disclose nothing of it. */
export type StoredRecord = Omit<RecordEntity, 'handling' | 'obtainedFrom'> &
  Partial<Pick<RecordEntity, 'handling' | 'obtainedFrom'>> &
  WithOwnValues;

/** Any entity to store, with the values of the agency's own fields. */
export type Stored = StoredRecord | (Exclude<Entity, RecordEntity> & WithOwnValues);

/** An entity of one type to store. */
export type StoredOf<T extends Stored['type']> = Extract<Stored, { type: T }>;
