const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/**
 * Whether a header `host` is a name that only this machine has.
 *
 * INVARIANT: a name that leads here is not enough. Whoever owns a name can let it lead to this machine, and a browser then
 * lets their page read the answers (DNS rebinding).
 */
export function namesThisMachine(host: string | undefined): boolean {
  return LOCAL.test(host ?? '');
}
