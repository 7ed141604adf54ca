import { agreed } from '../../support/scenario/agreed.ts';

export const AGENCIES = ['ICE', 'DEA', 'FBI'];

const between = { from: ['ICE'], to: ['DEA'] };

/**
 * ICE and DEA tell each other of telephones that both work on, with whom to call; of plates that there is something; and of
 * IBANs only the one who was first.
 */
export const AGREEMENT = agreed(AGENCIES, [
  { id: 'phones', deconflict: { ...between, selectors: ['PHONE'], tells: 'both', disclosure: 'CONTACT' } },
  { id: 'plates', deconflict: { ...between, selectors: ['PLATE'], tells: 'both', disclosure: 'EXISTS' } },
  { id: 'ibans', deconflict: { ...between, selectors: ['IBAN'], tells: 'originator', disclosure: 'CONTACT' } },
  { id: 'desks', share: { ...between, coordinates: ['LiaisonContact.name'] } },
]);
