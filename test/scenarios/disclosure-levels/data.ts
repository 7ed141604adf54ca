import { aContact, aRecord } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
export const onCall = aContact({ ...ice, name: 'Olga On-Call', onCall: true });
export const named = aContact({ ...ice, name: 'Nina Named', onCall: false });

export const report = aRecord({ ...ice, title: 'report', contactId: named.id });
export const money = aRecord({
  ...ice,
  title: 'money',
  kind: 'FINANCIAL_MATERIAL',
  investigation: null,
  contactId: named.id,
});
export const intercept = aRecord({
  ...ice,
  title: 'intercept',
  kind: 'WIRETAP_INTERCEPT',
  investigation: null,
  contactId: named.id,
});
export const fbiRecord = aRecord({ originator: 'FBI', title: 'fbi' });
export const atfRecord = aRecord({ originator: 'ATF', title: 'atf' });

export const DATA = {
  ICE: [onCall, named, report, money, intercept],
  FBI: [fbiRecord],
  ATF: [atfRecord],
  DEA: [aRecord({ originator: 'DEA', title: 'own' })],
};
