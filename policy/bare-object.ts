/** An object that inherits nothing, for keys that others choose: `constructor` and `__proto__` are keys like any other. */
export type BareObject = Record<string, unknown>;

/** A new one, empty. */
export const bareObject = bareObjects();

/**
 * Makes such objects, for many of the same keys. They are of a class of their own: they share their shape and are as large
 * as they need to be, where `Object.create(null)` makes each a dictionary.
 */
export function bareObjects(): () => BareObject {
  const Bare = function () {} as unknown as new () => BareObject;
  Bare.prototype = Object.create(null) as object;
  return () => new Bare();
}
