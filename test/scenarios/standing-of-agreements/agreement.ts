import { agreed } from '../../support/scenario/agreed.ts';

const between = { from: ['ICE'], to: ['DEA'] };

/** An agreement that stays as it is. */
export const STAYS = agreed(
  ['ICE', 'DEA'],
  [{ id: '1', share: { ...between, coordinates: ['Record.title', 'Record.subjects'] } }],
  { id: 'stays' },
);

/** The one whose standing changes. */
export const TOLD = agreed(['ICE', 'DEA'], [{ id: '1', share: { ...between, categories: ['RECORD_NARRATIVE'] } }], {
  id: 'told',
});

/** A clause that withholds, in an agreement of its own. */
export const KEPT = agreed(['ICE', 'DEA'], [{ id: '1', withhold: { ...between, categories: ['RECORD_NARRATIVE'] } }], {
  id: 'kept',
});
