import { agreed } from '../../support/scenario/agreed.ts';
import type { ToyClause } from '../../support/toy-policy.ts';

/** Prosecutors tell DEA what they note on ICE's records; what ICE shares with whom is each test's. */
export function agreement(...ofIce: readonly ToyClause[]) {
  return agreed(
    ['ICE', 'DEA', 'USAO'],
    [{ id: 'note', share: { from: ['USAO'], to: ['DEA'], coordinates: ['IceRecord.prosecutionNote'] } }, ...ofIce],
  );
}

/** ICE shares titles with these. */
export const titlesTo = (to: readonly string[], rest: object = {}): ToyClause => ({
  id: `titles-${to.join('-')}`,
  share: { from: ['ICE'], to, coordinates: ['Record.title'], ...rest },
});

/** ICE shares other things, so that its records appear without a title. */
export const programsTo = (to: readonly string[]): ToyClause => ({
  id: 'programs',
  share: { from: ['ICE'], to, coordinates: ['Record.program'] },
});
