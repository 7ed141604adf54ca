/** Looks again and again, one look after the other, once a second unless told otherwise. @returns ends it */
export function keepLooking(look: () => Promise<void>, milliseconds = 1_000): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look().finally(() => (busy = false));
  }, milliseconds).unref();
  return () => clearInterval(timer);
}
