import { randomUUID } from 'node:crypto';
import type { Stored, StoredOf } from '../../../subgraphs/agency/rows/stored.ts';
import { aCase, aContact, aGroup, anOrganization, aPerson, aRecord, type RecordValues } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };

/** A name that only what is hidden has. */
export const HIDDEN = 'HIDDENOVA';

const name = (text: string) => ({ original: text, script: 'Latn', romanized: text });
const shownPerson = (text: string) => aPerson({ ...ice, surname: name(text) });
const hiddenPerson = () => aPerson({ ...ice, surname: name(HIDDEN), dataSubjectCategory: 'WITNESS' });

type Subject = StoredOf<'Person'> | StoredOf<'Group'> | StoredOf<'Organization'>;
type Linked = Partial<Pick<RecordValues, 'caseId' | 'contactId'>> & { readonly subjects?: readonly Subject[] };

const idsOf = (objects: readonly { readonly id: string }[]) => objects.map(({ id }) => id);

const [a, b, c] = [shownPerson('ALFA'), shownPerson('BRAVO'), shownPerson('CHARLIE')];
export const hidden = hiddenPerson();
const other = hiddenPerson();
const hiddenGroup = aGroup({ ...ice, names: [HIDDEN], kind: 'street-gang', memberIds: idsOf([a]) });
const hiddenCompany = anOrganization({ ...ice, names: [HIDDEN], kind: 'dealer', directorIds: idsOf([a]) });
export const hiddenContact = aContact({ ...ice, name: HIDDEN, onCall: false });
export const shownContact = aContact({ ...ice, name: 'Ada Brook' });
export const hiddenCase = aCase({ ...ice, title: HIDDEN, status: 'CLOSED', subjectIds: idsOf([a]) });

const groupOf = (members: readonly Subject[]) => aGroup({ ...ice, kind: 'cartel', memberIds: idsOf(members) });
const companyOf = (directors: readonly Subject[]) => anOrganization({ ...ice, directorIds: idsOf(directors) });
const caseOf = (subjects: readonly Subject[], contactId: string | null = null) =>
  aCase({ ...ice, subjectIds: idsOf(subjects), contactId });

const more: Stored[] = [];
const kept = <Entity extends Stored>(entity: Entity): Entity => (more.push(entity), entity);

/** Where a record leads, with something hidden among it and without. */
const LINKS: readonly (readonly [what: string, withHidden: Linked, without: Linked])[] = [
  ['a hidden case', { caseId: hiddenCase.id }, {}],
  ['a hidden contact', { contactId: hiddenContact.id }, {}],
  ['a hidden subject before others', { subjects: [hidden, a, b] }, { subjects: [a, b] }],
  ['a hidden subject among others', { subjects: [a, hidden, b] }, { subjects: [a, b] }],
  ['a hidden subject after others', { subjects: [a, b, hidden] }, { subjects: [a, b] }],
  ['hidden subjects everywhere', { subjects: [hidden, a, hiddenGroup, b, hiddenCompany] }, { subjects: [a, b] }],
  ['one subject, hidden', { subjects: [hidden] }, {}],
  ['subjects that are all hidden', { subjects: [hidden, hiddenGroup, hiddenCompany, other] }, {}],
  [
    'a group with hidden members',
    { subjects: [kept(groupOf([hidden, a, other, b]))] },
    { subjects: [kept(groupOf([a, b]))] },
  ],
  [
    'a group whose members are all hidden',
    { subjects: [kept(groupOf([hidden, other]))] },
    { subjects: [kept(groupOf([]))] },
  ],
  [
    'an organization with a hidden director',
    { subjects: [kept(companyOf([a, hidden]))] },
    { subjects: [kept(companyOf([a]))] },
  ],
  [
    'an organization whose directors are all hidden',
    { subjects: [kept(companyOf([hidden]))] },
    { subjects: [kept(companyOf([]))] },
  ],
  [
    'a hidden person by two ways',
    { subjects: [hidden, kept(groupOf([c, hidden]))], caseId: kept(caseOf([hidden, c])).id },
    { subjects: [kept(groupOf([c]))], caseId: kept(caseOf([c])).id },
  ],
  [
    'a case with a hidden contact and hidden subjects',
    { caseId: kept(caseOf([hidden, other], hiddenContact.id)).id },
    { caseId: kept(caseOf([])).id },
  ],
];

const withRecords = kept(caseOf([a]));
const alone = kept(caseOf([a]));

const recordOf = ({ subjects = [], ...links }: Linked) => aRecord({ ...ice, subjectIds: idsOf(subjects), ...links });

/** Two records that differ in nothing but that the first leads to something hidden. */
export const TWINS = [
  ...LINKS.map(([what, withHidden, without]) => [what, recordOf(withHidden), recordOf(without)] as const),
  ['a case with hidden records', recordOf({ caseId: withRecords.id }), recordOf({ caseId: alone.id })] as const,
];

/** A record that DEA does not see, of a case that it sees. */
export const hiddenRecord = aRecord({ ...ice, title: HIDDEN, crimeAreas: ['cybercrime'], caseId: withRecords.id });
const beside = [
  hiddenRecord,
  aRecord({ ...ice, title: HIDDEN, kind: 'FINANCIAL_MATERIAL', investigation: null, caseId: withRecords.id }),
  aRecord({ ...ice, title: HIDDEN, handling: undefined, caseId: withRecords.id }),
];

/** What FBI holds, with which DEA has no clause. */
export const ofFbi = aRecord({ originator: 'FBI', title: HIDDEN });

/** In an order in which links point backwards. */
export const DATA = {
  ICE: [
    ...[hiddenContact, shownContact, a, b, c, hidden, other, hiddenGroup, hiddenCompany, hiddenCase],
    ...more,
    ...TWINS.flatMap(([, first, second]) => [first, second]),
    ...beside,
  ],
  FBI: [ofFbi],
  DEA: [],
};

/** Ids that name nothing that DEA sees: hidden, of somebody else, of nothing, and none at all. */
export const NOT_THERE: readonly (readonly [string, string])[] = [
  ['nothing', randomUUID()],
  ['a hidden record', hiddenRecord.id],
  ['a hidden record, in capitals', hiddenRecord.id.toUpperCase()],
  ['a hidden case', hiddenCase.id],
  ['a hidden contact', hiddenContact.id],
  ['a hidden person', hidden.id],
  ['a hidden group', hiddenGroup.id],
  ['a record of an agency that shares nothing', ofFbi.id],
  ['no id at all', 'not-an-id'],
  ['an empty text', ''],
  ['a pattern', '%'],
  ['an id in braces', `{${hiddenRecord.id}}`],
  ['a very long text', 'a'.repeat(5_000)],
];
