import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];
const narratives = { from: ['ICE', 'FBI'], to: ['DEA'], categories: ['RECORD_NARRATIVE'] };

/** Shares titles and stories. */
export const CENTRE = agreed(
  AGENCIES,
  [{ id: '1', share: { ...narratives, categories: ['RECORD_NARRATIVE'], coordinates: ['Record.title'] } }],
  { id: 'centre' },
);

/** Keeps the stories, after all. */
export const KEPT = agreed(AGENCIES, [{ id: '1', withhold: narratives }], { id: 'kept' });

/** What its parties sign later in its place: it keeps nothing. */
export const KEPT_NO_MORE = agreed(AGENCIES, [{ id: '1', share: { ...narratives } }], {
  id: 'kept',
  signed: '2020-01-01',
  effective: '2020-01-01',
});
