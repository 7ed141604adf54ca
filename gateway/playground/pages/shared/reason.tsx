import type { Reason as Code } from '../../../../policy/grant.ts';
import { REASONS } from './words/reasons.ts';

/** Why something is withheld: a mark with few words. Its colour says no more than its words. */
export function Reason({ code }: { readonly code: Code }) {
  const { short, long } = REASONS[code];
  return (
    <span className={`reason reason-${code === 'ROW_CONDITION' ? 'perhaps' : 'withheld'}`} title={long}>
      {short}
    </span>
  );
}
