import { aContact, aPerson, aRecord } from '../../agency/samples.ts';

const PHONE = '+12025550143';

function heldBy(originator: string) {
  const target = aPerson({ originator, phones: [PHONE], surname: name('LIZARRAGA'), firstNames: name('ESTEBAN') });
  const other = aPerson({ originator, phones: ['+12025550144'] });
  const contact = aContact({ originator });
  const whom = { originator, contactId: contact.id };
  const found = aRecord({ ...whom, title: `found at ${originator}`, subjectIds: [target.id] });
  const notFound = aRecord({ ...whom, title: `not found at ${originator}`, subjectIds: [other.id] });
  return { found, all: [target, other, contact, found, notFound] };
}

function name(romanized: string) {
  return { original: romanized, script: 'Latn', romanized } as const;
}

export const ice = heldBy('ICE');
export const fbi = heldBy('FBI');
export const icrf = heldBy('ICRF');

export const DATA = { ICE: ice.all, FBI: fbi.all, ICRF: icrf.all, DEA: [] };
