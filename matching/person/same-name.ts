import { nameEvidence } from './name-evidence.ts';
import { waysOfWriting } from './written.ts';

/** Whether two texts may be one name: by another spelling, in another script, or with a part left out. */
export function isOneName(a: string, b: string): boolean {
  const others = waysOfWriting({ surname: b });
  return waysOfWriting({ surname: a }).some((way) =>
    others.some((other) => {
      const { bits, contradicts } = nameEvidence(way, other);
      return bits > 0 && !contradicts;
    }),
  );
}
