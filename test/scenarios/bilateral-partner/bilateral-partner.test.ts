import { casesWith, foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, attache, drugReport, intercept, persons, report, theCase, theirs } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'ICRF', 'DEA'], agreements: [AGREEMENT], data: DATA });

const FOR_CULTURE = { purpose: 'area=cultural-property; use=investigation; case=TEST-1' };
const icrf = () => scenario.as('ICRF', FOR_CULTURE);
const ice = () => scenario.as('ICE', FOR_CULTURE);

const WHO = `subjects {
  __typename
  ... on Person { surname { romanized } dateOfBirth placeOfBirth { city country } passports { type number } phones }
  ... on Group { names accounts { number } }
  ... on Organization { names registrations { register number } }
}`;

describe('a partner abroad', () => {
  it('is told what a report is about, and nothing of how ICE came to it', async () => {
    const { data, asked, withheld } = await icrf().query(
      recordsWith('title crimeAreas synopsis narrative investigator investigation { techniques }'),
    );
    expect(foundIn({ data })).toEqual({
      ICE: [
        {
          title: report.title,
          crimeAreas: report.crimeAreas,
          synopsis: null,
          narrative: null,
          investigator: null,
          investigation: null,
        },
      ],
      ICRF: [expect.objectContaining({ title: theirs.title, narrative: theirs.narrative })],
    });
    expect(asked['ICE']?.join()).not.toMatch(/synopsis|narrative|investigator|techniques/);
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Record.narrative',
      reason: 'WITHHELD_BY_CLAUSE',
      because: ['ice-icrf-2010#5.3'],
    });
  });

  it('sees suspects, convicts, groups and organizations; other persons leave no hole', async () => {
    const { data } = await icrf().query(recordsWith(WHO));
    const [seen] = foundIn({ data })['ICE'] as [{ subjects: unknown[] }];
    expect(seen.subjects).toEqual([
      expect.objectContaining({ surname: { romanized: 'SUSPECT' } }),
      expect.objectContaining({ surname: { romanized: 'CONVICT' } }),
      { __typename: 'IceGroup', names: ['Icon Ring'], accounts: null },
      {
        __typename: 'IceOrganization',
        names: ['Elm Antiques LLC'],
        registrations: [{ register: 'Delaware Division of Corporations', number: '••••0001' }],
      },
    ]);
  });

  it('sees of birth the year and the country, and of a convict’s passport the last four characters', async () => {
    const { data, text } = await icrf().query(recordsWith(WHO));
    const [{ subjects }] = foundIn({ data })['ICE'] as [{ subjects: unknown[] }];
    expect(subjects.slice(0, 2)).toEqual([
      {
        __typename: 'IcePerson',
        surname: { romanized: 'SUSPECT' },
        dateOfBirth: '1971',
        placeOfBirth: { city: null, country: 'RU' },
        passports: null,
        phones: null,
      },
      {
        __typename: 'IcePerson',
        surname: { romanized: 'CONVICT' },
        dateOfBirth: '1971',
        placeOfBirth: { city: null, country: 'RU' },
        passports: [{ type: 'passport', number: '••••4567' }],
        phones: null,
      },
    ]);
    expect(text).not.toContain('72 123');
    expect(text).not.toContain(persons.suspect.id);
  });

  it('is explained and recorded what it saw of persons inside a report', async () => {
    const { visibility, recorded, withheld } = await icrf().query(recordsWith(WHO));
    const ofIce = recorded[0]?.disclosed.find(({ originator }) => originator === 'ICE');
    expect(ofIce?.coordinates).toEqual([
      'Record.subjects',
      'Person.surname',
      'Person.dateOfBirth',
      'Person.placeOfBirth',
      'Person.passports',
      'Group.names',
      'Organization.names',
      'Organization.registrations',
    ]);
    const clauses = ['2.1', '2.2', '2.3', '2.4'].map((id) => `ice-icrf-2010#${id}`);
    expect(visibility.disclosed).toContainEqual({ originator: 'ICE', clauses });
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Person.phones',
      reason: 'NOT_COVERED',
      because: [],
    });
  });

  it('does not learn that there is an intercept', async () => {
    const listed = await icrf().query(recordsWith('id intercept { line court }'));
    expect(listed.text).not.toContain(intercept.id);
    const query = 'query ($id: ID!) { record(id: $id) { id title } }';
    const byId = await icrf().query(query, { id: intercept.id });
    expect(byId.data).toEqual({ record: null });
    expect(byId.asked['ICE']).toBeUndefined();
    const known = await icrf().query(query, { id: report.id });
    expect(known.data).toEqual({ record: { id: report.id, title: report.title } });
  });

  it('is told nothing for a purpose outside the areas, and the originator is not asked', async () => {
    const { data, asked, withheld } = await scenario.as('ICRF').query(recordsWith('title'));
    expect(foundIn({ data })).toEqual({ ICRF: [{ title: theirs.title }] });
    expect(asked['ICE']).toBeUndefined();
    expect(withheld).toContainEqual({
      originator: 'ICE',
      coordinate: 'Record.title',
      reason: 'PURPOSE_NOT_COVERED',
      because: ['ice-icrf-2010#2.1'],
    });
    expect(withheld).toContainEqual({
      originator: 'DEA',
      coordinate: 'Record.title',
      reason: 'NOT_COVERED',
      because: [],
    });
  });

  it('is not told of a report outside the areas, whatever the purpose', async () => {
    const { text } = await icrf().query(recordsWith('id title'));
    expect(text).toContain(report.id);
    expect(text).not.toContain(drugReport.id);
  });

  it('sees stolen property as it is described', async () => {
    const { data } = await icrf().query(
      casesWith('title summary items { description originCountry custody { from } }'),
    );
    expect(foundIn({ data }, 'cases')).toEqual({
      ICE: [
        {
          title: theCase.title,
          summary: null,
          items: [{ description: 'Icon, 17th century', originCountry: 'RU', custody: [{ from: '2009-01-01' }] }],
        },
      ],
    });
  });
});

describe('the two parties of an agreement', () => {
  it('see each other’s suspects, and neither names its own nationals', async () => {
    const theirSide = await icrf().query(recordsWith('subjects { ... on Person { surname { romanized } } }'));
    expect(theirSide.text).not.toContain('AMERICAN');
    expect(theirSide.text).toContain('SUSPECT');
    const ourSide = await ice().query(recordsWith('subjects { ... on Person { surname { romanized } } }'));
    expect(foundIn(ourSide)['ICRF']).toEqual([{ subjects: [{ surname: { romanized: 'VISITOR' } }] }]);
  });

  it('call each other’s attachés and liaison officers, for any purpose', async () => {
    const query = '{ liaisonContacts { edges { node { originator { code } liaisonContact { name phone } } } } }';
    const theirSide = foundIn(await scenario.as('ICRF').query(query), 'liaisonContacts');
    expect(theirSide['ICE']).toEqual([{ name: attache.name, phone: attache.phone }]);
    const ourSide = foundIn(await scenario.as('ICE').query(query), 'liaisonContacts');
    expect(ourSide['ICRF']).toEqual([{ name: 'Lev Liaison', phone: '+12025550123' }]);
    expect(ourSide['DEA']).toBeUndefined();
  });

  it('ask nobody else, and are asked by nobody else', async () => {
    const asParty = await icrf().query(recordsWith('title case { title }'));
    expect(asParty.asked['DEA']).toBeUndefined();
    const asOther = await scenario.as('DEA', FOR_CULTURE).query(recordsWith('title'));
    expect(foundIn(asOther)).toEqual({ DEA: [{ title: 'Surveillance of 1 Elm St' }] });
    expect([asOther.asked['ICE'], asOther.asked['ICRF']]).toEqual([undefined, undefined]);
  });
});
