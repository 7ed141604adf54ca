import { contract, type EntityType } from '../../schema/contract.ts';
import { labelsOf } from '../../schema/labels.ts';
import { pointerOf } from '../../subgraphs/agency/outbox/pointer.ts';
import { buildAgencySubgraph } from '../../subgraphs/agency/subgraph.ts';
import { blindingKeys } from './agency-under-test.ts';
import { agency } from './parties.ts';
import { aCase, aContact, aGroup, aPerson, aRecord, anOrganization } from './samples.ts';

describe('labels', () => {
  it('are all those of the contract, when all is known', () => {
    const handling = {
      releasableTo: ['FBI'],
      notReleasableTo: [],
      originatorConsent: true,
      notAsEvidence: false,
      codes: ['H2'],
    };
    const known: Readonly<Record<EntityType, object>> = {
      Record: aRecord({ handling, obtainedFrom: { party: 'ICRF', agreement: null } }),
      Case: aCase({ closedOn: '2011-02-03' }),
      LiaisonContact: aContact(),
      Person: aPerson(),
      Group: aGroup(),
      Organization: anOrganization(),
    };
    for (const [type, entity] of Object.entries(known) as [EntityType, object][]) {
      const labels = Object.keys(labelsOf(type, entity)).toSorted();
      expect([type, labels]).toEqual([type, [...contract.types.get(type)!.labels].toSorted()]);
    }
  });

  it('of a record without marks say that there are none', () => {
    const record = aRecord({ handling: null, obtainedFrom: null });
    expect(labelsOf('Record', record)).toEqual({
      reference: record.id,
      kind: 'REPORT_OF_INVESTIGATION',
      crimeAreas: ['drug-trafficking'],
      program: 'OCDETF',
      occurredOn: '2010-03-26',
      recordedOn: '2010-03-29',
      office: 'Reno District Office',
      releasableTo: [],
      notReleasableTo: [],
      originatorConsent: false,
      notAsEvidence: false,
      handlingCodes: [],
      obtainedFrom: null,
    });
  });

  it('leave out what is not known', () => {
    const {
      handling: _handling,
      obtainedFrom: _obtainedFrom,
      ...unmarked
    } = aRecord({ program: null, crimeAreas: [] });
    const labels = labelsOf('Record', unmarked);
    expect(labels).toMatchObject({ crimeAreas: [] });
    for (const name of ['program', 'releasableTo', 'originatorConsent', 'obtainedFrom'])
      expect(labels).not.toHaveProperty(name);
  });

  it('are read by the name of the agency’s own type', async () => {
    const dea = await buildAgencySubgraph(agency('DEA'));
    const person = aPerson();
    expect(dea.labelsOf('DeaPerson', person)).toEqual({
      reference: person.id,
      nationalities: ['RU'],
      dataSubjectCategory: 'SUSPECT',
      minor: false,
    });
    expect(dea.labelsOf('Address', {})).toEqual({});
    expect(dea.labelsOf('IcePerson', aPerson())).toEqual({});
  });
});

describe('a pointer', () => {
  it('carries labels and whom to call, and no content', () => {
    const contact = aContact();
    expect(pointerOf(contact, new Map(), blindingKeys(1))).toEqual({
      type: 'LIAISON_CONTACT',
      id: contact.id,
      contactId: null,
      labels: { contactRole: 'LIAISON_OFFICER', hostCountry: 'RU', onCall: true, contactAreas: ['drug-trafficking'] },
    });
    const person = aPerson();
    const record = aRecord({ contactId: contact.id, subjectIds: [person.id] });
    const pointer = JSON.stringify(pointerOf(record, new Map([[person.id, person]]), blindingKeys(1)));
    expect(pointer).toContain(contact.id);
    expect(pointer.split(record.id)).toHaveLength(2);
    for (const content of [
      record.title,
      record.synopsis,
      record.narrative,
      record.investigator,
      'R-1',
      'QZQ',
      '0143',
      'IVANOVA',
      '1971',
      '0000001',
    ])
      expect(pointer).not.toContain(content);
  });
});
