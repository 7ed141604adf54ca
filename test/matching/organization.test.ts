import { organizationKeys, soughtOrganizationKeys } from '../../matching/organization/keys.ts';

describe('an organization or a group is found', () => {
  it.each([
    ['without its legal form', 'Acme Trading S.A. de C.V.', 'ACME TRADING'],
    ['with another', 'Acme Trading Ltd.', 'Acme Trading Limited'],
    ['romanised', 'ООО «Северный Ветер»', 'Severnyi Veter OOO'],
    ['romanised otherwise', 'ООО «Северный Ветер»', 'Severny Weter'],
    ['in another order', 'Sinaloa Cartel', 'Cártel de Sinaloa'],
    ['with the number in its name', 'Barrio 18', 'barrio-18'],
    ['written in one', 'Blue Harbour', 'BlueHarbour'],
    ['with a slip', "Hell's Angels", 'Hells Angles'],
  ])('%s', (_, stored, sought) => {
    expect(inCommon(stored, sought)).not.toEqual([]);
  });

  it('not by another number', () => {
    expect(inCommon('Barrio 18', 'Barrio 13')).toEqual([]);
  });

  it('not by its legal form, unless that is all of its name', () => {
    expect(inCommon('Acme S.A. de C.V.', 'Zenith SA de CV')).toEqual([]);
    expect(inCommon('S.A. de C.V.', 'SA de CV')).not.toEqual([]);
  });
});

it('is not sought by a legal form alone, as a group is', () => {
  for (const name of ['Ltd', 'S.A. de C.V.', 'ООО', ' — ']) expect(soughtOrganizationKeys(name)).toEqual([]);
  for (const name of ['Acme Ltd', 'Limited Brands'])
    expect(soughtOrganizationKeys(name)).toEqual(organizationKeys(name));
  expect(organizationKeys('AB')).not.toEqual([]);
});

it('has at most 8 keys, and none without a name', () => {
  expect(
    organizationKeys('International Brotherhood of Überseeische Frachtschiff Makler und Partner').length,
  ).toBeLessThanOrEqual(8);
  expect(organizationKeys(' — ')).toEqual([]);
});

function inCommon(stored: string, sought: string): readonly string[] {
  const keys = new Set(organizationKeys(stored).map(({ feature, text }) => `${feature}|${text}`));
  return organizationKeys(sought)
    .map(({ feature, text }) => `${feature}|${text}`)
    .filter((key) => keys.has(key));
}
