import { agreed } from '../../support/scenario/agreed.ts';

/** ICE wants to hear who looks for its intercepts by area of crime; of its reports it shows titles and areas. */
export const AGREEMENT = agreed(
  ['ICE', 'FBI', 'DEA'],
  [
    {
      id: 'silent',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        disclosure: 'SILENT',
        records: ['WIRETAP_INTERCEPT'],
        coordinates: ['Record.crimeAreas'],
        for: { areas: ['drug-trafficking'] },
      },
    },
    {
      id: 'fbi-silent',
      share: { from: ['FBI'], to: ['DEA'], disclosure: 'SILENT', coordinates: ['Record.program'] },
    },
    {
      id: 'reports',
      share: {
        from: ['ICE'],
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION'],
        coordinates: ['Record.title', 'Record.crimeAreas'],
      },
    },
  ],
);
