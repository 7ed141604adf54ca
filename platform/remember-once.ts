import { withRemembered, type Remembered } from '../policy/archive.ts';
import type { OpenedBundle } from '../policy/bundle.ts';

/**
 * A bundle with what a party remembers. Parties of one process to whom the same is missing share the result, and with
 * it the rulesets that are compiled from it.
 */
export function rememberOnce(opened: OpenedBundle, known: Remembered): OpenedBundle {
  const whole = withRemembered(opened, known);
  if (whole === opened) return opened;
  const key = contentOf(whole);
  const others = completed.get(opened) ?? new Map<string, OpenedBundle>();
  completed.set(opened, others);
  const same = others.get(key) ?? whole;
  others.set(key, same);
  return same;
}

/** As long as the opened bundle. */
const completed = new WeakMap<OpenedBundle, Map<string, OpenedBundle>>();

function contentOf({ agreements, notices }: OpenedBundle): string {
  const texts = agreements.map(({ digest, disputed = false, absent = false, outdated = false }) =>
    [digest, disputed, absent, outdated].join(' '),
  );
  return [...texts, ...notices.map(({ digest }) => digest)].sort().join('\n');
}
