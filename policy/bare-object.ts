/** An object that inherits nothing, for keys that others choose: `constructor` and `__proto__` are keys like any other. */
export type BareObject = Record<string, unknown>;

/** Objects of one class share their shape, which `Object.create(null)` would keep each to itself: slow to make and to read. */
const Bare = function () {} as unknown as new () => BareObject;
Bare.prototype = Object.create(null) as object;

/** A new one, empty. */
export function bareObject(): BareObject {
  return new Bare();
}
