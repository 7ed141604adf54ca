/** Goes on with a value now or, when it is a promise, when it is there. */
export function settle<Out>(value: unknown, next: (value: unknown) => Out): Out | PromiseLike<Out> {
  return isPromise(value) ? value.then(next) : next(value);
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
