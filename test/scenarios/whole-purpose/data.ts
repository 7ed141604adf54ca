import { aRecord } from '../../agency/samples.ts';

const shown = {
  originator: 'ICE',
  program: 'OCDETF',
  office: 'Omaha',
  synopsis: 'A van.',
  investigator: 'Iris Inspector',
};

export const confirmed = aRecord({ ...shown, title: 'A match' });
export const unconfirmed = aRecord({ ...shown, title: 'No match' });

/** Ids as a purpose lists them. */
export const MATCHES = [confirmed.id, '00000000-0000-4000-8000-000000000000'].sort();
