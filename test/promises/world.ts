import { agreed } from '../support/scenario/agreed.ts';
import { aHolding } from '../support/holdings.ts';

/** What three agencies hold. */
export const held = {
  ICE: aHolding('ICE', { record: { title: 'ICE title', narrative: 'ICE secret narrative' } }),
  FBI: aHolding('FBI', { record: { title: 'FBI title', narrative: 'FBI secret narrative' } }),
  DEA: aHolding('DEA', { record: { title: 'DEA title', narrative: 'DEA narrative' } }),
};

/** A record that ICE has marked, and so nobody finds. */
export const marked = {
  ...held.ICE.record,
  id: '3f0a9a54-7a3f-4f0e-9a55-0d6f0e6a5b01',
  title: 'ICE title, marked',
  handling: { releasableTo: [], notReleasableTo: ['DEA'], originatorConsent: false, notAsEvidence: false, codes: [] },
};

/** ICE shows DEA what its records say, the FBI their titles. */
export const SHARED = agreed(
  ['ICE', 'DEA', 'FBI'],
  [
    { id: '1', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_SUMMARY', 'RECORD_NARRATIVE'] } },
    { id: '2', share: { from: ['FBI'], to: ['DEA'], coordinates: ['Record.title', 'Record.crimeAreas'] } },
    { id: '3', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.narrative'] } },
  ],
  { id: 'shared' },
);

/** Another agreement, by which ICE shows its narratives too. */
export const GENEROUS = agreed(
  ['ICE', 'DEA'],
  [{ id: '1', share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_NARRATIVE'] } }],
  {
    id: 'generous',
  },
);
