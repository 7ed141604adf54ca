import type { TextField } from '../../../schema/text-search.ts';

/** A record that a search by text found, as the lock lets it in. */
export class Found {
  constructor(
    /** What the agency loaded. */
    readonly record: unknown,
    /** Those of the fields in which the text stands that are shown in full on this record. */
    readonly foundIn: readonly TextField[],
  ) {}
}
