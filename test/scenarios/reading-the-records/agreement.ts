import { agreed } from '../../support/scenario/agreed.ts';

const told = { coordinates: ['Record.title'], obligations: { notifyOriginator: true } };

/** ICE and the FBI show DEA and ATF their titles, and want to hear of it. */
export const AGREEMENT = agreed(
  ['ICE', 'FBI', 'DEA', 'ATF'],
  [
    { id: 'ice', share: { from: ['ICE'], to: ['DEA', 'ATF'], ...told } },
    { id: 'fbi', share: { from: ['FBI'], to: ['DEA', 'ATF'], ...told } },
  ],
);

export const DATA = { ICE: [], FBI: [], DEA: [], ATF: [], USAO: [] };
