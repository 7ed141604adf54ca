import { aCase, aContact, aGroup, anOrganization, aPerson, aRecord } from '../../agency/samples.ts';
import { aHolding } from '../../support/holdings.ts';

const passport = { type: 'passport', number: '72 1234567', country: 'UA', validUntil: '2031-05-01' };
const named = (romanized: string) => ({ original: romanized, script: 'Latn', romanized });

const ice = { originator: 'ICE' };

/** Persons in a report of ICE; only some of them may be named to a partner. */
export const persons = {
  suspect: aPerson({ ...ice, surname: named('SUSPECT'), dateOfBirth: '1971-03-09', currentNationalities: ['RU'] }),
  convict: aPerson({
    ...ice,
    surname: named('CONVICT'),
    dataSubjectCategory: 'CONVICTED',
    currentNationalities: ['UA'],
    passports: [passport],
  }),
  american: aPerson({ ...ice, surname: named('AMERICAN'), currentNationalities: ['RU', 'US'] }),
  victim: aPerson({ ...ice, surname: named('VICTIM'), dataSubjectCategory: 'VICTIM' }),
  minor: aPerson({ ...ice, surname: named('MINOR'), minor: true }),
};

export const group = aGroup({ ...ice, names: ['Icon Ring'] });
export const organization = anOrganization({ ...ice, names: ['Elm Antiques LLC'] });
export const attache = aContact({ ...ice, role: 'ATTACHE', name: 'Ada Attaché' });
export const duty = aContact({ ...ice, role: 'DUTY_OFFICER', name: 'Dan Duty' });

const about = { crimeAreas: ['cultural-property'] };

export const theCase = aCase({
  ...ice,
  ...about,
  title: 'Stolen icons',
  contactId: attache.id,
  items: [
    {
      description: 'Icon, 17th century',
      provenance: 'A church near Omsk',
      status: 'LOCATED',
      originCountry: 'RU',
      custody: [{ custodian: 'A dealer', from: '2009-01-01', until: null }],
    },
  ],
});

export const report = aRecord({
  ...ice,
  ...about,
  title: 'Icons at auction',
  caseId: theCase.id,
  contactId: attache.id,
  subjectIds: [...Object.values(persons), group, organization].map(({ id }) => id),
});

export const intercept = aRecord({
  ...ice,
  ...about,
  title: 'A call about icons',
  kind: 'WIRETAP_INTERCEPT',
  subjectIds: [persons.suspect.id],
  investigation: null,
  intercept: {
    line: '+12025550177',
    courtOrder: 'W-1',
    court: 'D. Nev.',
    authorizedFrom: '2010-01-01',
    authorizedUntil: '2010-02-01',
    sessions: [],
  },
});

export const drugReport = aRecord({ ...ice, title: 'A parcel', crimeAreas: ['drug-trafficking'] });

const icrf = { originator: 'ICRF' };
export const russian = aPerson({ ...icrf, surname: named('RUSSIAN'), currentNationalities: ['RU'] });
export const visitor = aPerson({ ...icrf, surname: named('VISITOR'), currentNationalities: ['US'] });
export const officer = aContact({ ...icrf, role: 'LIAISON_OFFICER', name: 'Lev Liaison' });
export const theirs = aRecord({
  ...icrf,
  ...about,
  title: 'Icons left the country',
  subjectIds: [russian.id, visitor.id],
});

/** What each holds. DEA has no agreement with either. */
export const DATA = {
  ICE: [attache, duty, ...Object.values(persons), group, organization, theCase, report, intercept, drugReport],
  ICRF: [officer, russian, visitor, theirs],
  DEA: aHolding('DEA', { record: about, case: about }).all,
};
