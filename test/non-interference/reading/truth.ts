/** True, false, or (null) unknown. */
export type Truth = boolean | null;

/** Every one: false beats unknown, which beats true. */
export const every = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;

/** At least one. */
export const some = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(null) ? null : false;

export const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);
