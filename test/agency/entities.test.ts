import { randomUUID } from 'node:crypto';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { bareSubgraph, entities, useAgencyDatabase } from './agency-under-test.ts';
import { aCase, aContact, aGroup, aPerson, aRecord, anOrganization } from './samples.ts';

const database = useAgencyDatabase();
const dea = bareSubgraph('DEA');

const contact = aContact();
const person = aPerson();
const director = aPerson({ surname: null, dataSubjectCategory: null, minor: null });
const group = aGroup({ memberIds: [director.id, person.id] });
const organization = anOrganization({ directorIds: [director.id] });
const matter = aCase({ subjectIds: [group.id, person.id], contactId: contact.id });
const later = aRecord({
  caseId: matter.id,
  contactId: contact.id,
  subjectIds: [organization.id, person.id, group.id],
  occurredOn: '2010-04-01',
  handling: {
    releasableTo: ['ICE'],
    notReleasableTo: [],
    originatorConsent: false,
    notAsEvidence: true,
    codes: ['H1'],
  },
  obtainedFrom: { party: 'ICRF', agreement: null },
  own: { substance: 'fentanyl', seizureNumber: '2010-SZ-1' },
});
const undated = aRecord({ caseId: matter.id, occurredOn: null });
const earlier = aRecord({
  caseId: matter.id,
  kind: 'WIRETAP_INTERCEPT',
  investigation: null,
  intercept: {
    line: '+12025550143',
    courtOrder: '10-mc-1',
    court: 'D. Nev.',
    authorizedFrom: '2010-03-01',
    authorizedUntil: '2010-03-31',
    sessions: [
      { startedAt: '2010-03-26T09:30:00Z', durationSeconds: 61, summary: 's', transcript: null, minimized: true },
    ],
  },
});

beforeAll(() =>
  importEntities(database.store, [contact, person, director, group, organization, matter, later, undated, earlier]),
);

async function ask(representations: readonly object[], selection: string): Promise<readonly unknown[]> {
  const { data, errors } = await entities(await dea, database.prisma, representations, selection);
  expect(errors).toBeUndefined();
  return (data as { _entities: readonly unknown[] })._entities;
}

describe('an entity', () => {
  it('is found by its key, under its own type, with its values as they were stored', async () => {
    const selection = `... on DeaRecord {
      id originator { code } kind title crimeAreas occurredOn recordedOn sourceReliability
      handling { releasableTo notAsEvidence codes } obtainedFrom { party agreement } investigation { reportNumber techniques }
      intercept { line } financial { institutions } }`;
    expect(await ask([{ __typename: 'DeaRecord', id: later.id }], selection)).toEqual([
      {
        __typename: 'DeaRecord',
        id: later.id,
        originator: { code: 'DEA' },
        kind: 'REPORT_OF_INVESTIGATION',
        title: later.title,
        crimeAreas: ['drug-trafficking'],
        occurredOn: '2010-04-01',
        recordedOn: '2010-03-29',
        sourceReliability: 'B',
        handling: { releasableTo: ['ICE'], notAsEvidence: true, codes: ['H1'] },
        obtainedFrom: { party: 'ICRF', agreement: null },
        investigation: { reportNumber: 'R-1', techniques: ['surveillance'] },
        intercept: null,
        financial: null,
      },
    ]);
  });

  it('has every value of a person', async () => {
    const name = '{ original script romanized }';
    const selection = `... on DeaPerson {
      surname ${name} firstNames ${name} formerNames ${name} otherNames ${name} aliases ${name} alternativeSpellings sex
      dateOfBirth placeOfBirth { city region country } currentNationalities formerNationalities
      passports { type number country validUntil } otherIdentityDocuments { number } fingerprintReference circumstances
      dataSubjectCategory minor addresses { street city region postalCode country } phones emails occupation
      physicalDescription { heightCm weightKg eyes hair marks } }`;
    const { type: _type, id: _id, originator: _originator, ...values } = person;
    expect(await ask([{ __typename: 'DeaPerson', id: person.id }], selection)).toEqual([
      { __typename: 'DeaPerson', ...values },
    ]);
  });

  it('leads to others, in the order in which they were stored; to records in one that tells nothing', async () => {
    const selection = `... on DeaRecord { subjects { __typename id } case { id number } contact { id name } }
      ... on DeaCase { subjects { id } records { id occurredOn } contact { id } }
      ... on DeaGroup { members { __typename id } } ... on DeaOrganization { directors { id } }`;
    const asked = [
      { __typename: 'DeaRecord', id: later.id },
      { __typename: 'DeaCase', id: matter.id },
      { __typename: 'DeaGroup', id: group.id },
      { __typename: 'DeaOrganization', id: organization.id },
    ];
    expect(await ask(asked, selection)).toEqual([
      {
        __typename: 'DeaRecord',
        subjects: [
          { __typename: 'DeaOrganization', id: organization.id },
          { __typename: 'DeaPerson', id: person.id },
          { __typename: 'DeaGroup', id: group.id },
        ],
        case: { id: matter.id, number: matter.number },
        contact: { id: contact.id, name: contact.name },
      },
      {
        __typename: 'DeaCase',
        subjects: [{ id: group.id }, { id: person.id }],
        records: [
          { id: earlier.id, occurredOn: '2010-03-26' },
          { id: later.id, occurredOn: '2010-04-01' },
          { id: undated.id, occurredOn: null },
        ].sort((a, b) => (a.id < b.id ? -1 : 1)),
        contact: { id: contact.id },
      },
      {
        __typename: 'DeaGroup',
        members: [
          { __typename: 'DeaPerson', id: director.id },
          { __typename: 'DeaPerson', id: person.id },
        ],
      },
      { __typename: 'DeaOrganization', directors: [{ id: director.id }] },
    ]);
  });

  it('leads nowhere where there is nothing', async () => {
    const selection = '... on DeaRecord { subjects { id } contact { id } case { contact { id } } }';
    expect(await ask([{ __typename: 'DeaRecord', id: undated.id }], selection)).toEqual([
      { __typename: 'DeaRecord', subjects: [], contact: null, case: { contact: { id: contact.id } } },
    ]);
  });

  it.each([
    ['unknown', randomUUID()],
    ['of an entity of another type', person.id],
    ['not a UUID', "x' OR true"],
    ['empty', ''],
    ['a number', 7],
    ['nothing', null],
  ])('is null when the id is %s', async (_what, id) => {
    expect(await ask([{ __typename: 'DeaRecord', id }], '... on DeaRecord { id }')).toEqual([null]);
  });

  it('answers no label by itself', async () => {
    const selection = '... on DeaRecord { labels(names: ["kind"]) }';
    expect(await ask([{ __typename: 'DeaRecord', id: later.id }], selection)).toEqual([
      { __typename: 'DeaRecord', labels: null },
    ]);
  });
});

describe("an agency's own field", () => {
  it('is answered by its own type', async () => {
    const asked = [later, undated].map(({ id }) => ({ __typename: 'DeaRecord', id }));
    expect(await ask(asked, '... on DeaRecord { substance }')).toEqual([
      { __typename: 'DeaRecord', substance: 'fentanyl' },
      { __typename: 'DeaRecord', substance: null },
    ]);
  });

  it('is unknown to other agencies, whatever is stored', async () => {
    const { errors } = await entities(await dea, database.prisma, [], '... on DeaRecord { seizureNumber }');
    expect(errors?.map(({ message }) => message)).toEqual(['Cannot query field "seizureNumber" on type "DeaRecord".']);
  });
});

describe('labels of what was read', () => {
  it('are those of what was stored', async () => {
    const { parts } = await dea;
    const loaded = await parts.contextFor(database.prisma).entities.Record.load(later.id);
    expect(parts.labelsOf('DeaRecord', loaded!)).toEqual({
      reference: later.id,
      kind: 'REPORT_OF_INVESTIGATION',
      crimeAreas: ['drug-trafficking'],
      program: 'OCDETF',
      occurredOn: '2010-04-01',
      recordedOn: '2010-03-29',
      office: 'Reno District Office',
      releasableTo: ['ICE'],
      notReleasableTo: [],
      originatorConsent: false,
      notAsEvidence: true,
      handlingCodes: ['H1'],
      obtainedFrom: 'ICRF',
    });
  });

  it('tell a record without marks from one of whose marks nothing is known', async () => {
    const { parts } = await dea;
    const { handling: _handling, obtainedFrom: _obtainedFrom, ...unmarked } = aRecord();
    await importEntities(database.store, [unmarked]);
    const { Record } = parts.contextFor(database.prisma).entities;
    const labels = async (id: string) => parts.labelsOf('DeaRecord', (await Record.load(id))!);
    expect(await labels(undated.id)).toMatchObject({ releasableTo: [], handlingCodes: [], obtainedFrom: null });
    const unknown = await labels(unmarked.id);
    expect(Object.keys(unknown).toSorted()).toEqual(
      ['reference', 'kind', 'crimeAreas', 'program', 'occurredOn', 'recordedOn', 'office'].toSorted(),
    );
  });
});
