/** The first SIGINT or SIGTERM ends it after the lines that are under way; the next at once. */
export function stopSignal(onStop: () => void): { readonly signal: AbortSignal; readonly forget: () => void } {
  const stopping = new AbortController();
  const stop = (): void => {
    onStop();
    stopping.abort();
    forget();
  };
  const forget = (): void => void process.off('SIGINT', stop).off('SIGTERM', stop);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: stopping.signal, forget };
}
