import { asking } from './world.ts';
import { ask } from './ask.ts';
import { contact, contributeAll, id, record, withdraw, type TestPointer } from './pointers.ts';
import { useIndex } from './database.ts';

const QUESTION = `query ($after: String) {
  all: records(first: 100) { ...page }
  second: records(first: 2, after: $after) { ...page }
  found: records(first: 100, filter: { crimeAreas: ["drug-trafficking"] }) { ...page }
  kinds: records(first: 2, filter: { kinds: [REPORT_OF_INVESTIGATION, WIRETAP_INTERCEPT] }) { ...page }
  dated: records(filter: { recordedFrom: "2010-01-01", originators: ["ICE", "FBI", "ATF", "ICRF"] }) { ...page }
  latest: records(first: 3, orderBy: OCCURRED_ON_DESC) { ...page }
  cases(first: 100) { totalCount edges { cursor node { disclosure case { id } contact { id } } } }
  liaisonContacts(first: 100) { totalCount edges { cursor node { disclosure liaisonContact { id } } } }
  hidden: record(id: "${id(50)}") { id }
  closed: liaisonContact(id: "${id(53)}") { id }
}
fragment page on RecordConnection {
  totalCount
  pageInfo { hasNextPage startCursor endCursor }
  edges {
    cursor
    node { disclosure originator { code } record { id } contact { id } labels(names: ["kind", "program", "recordedOn"]) }
  }
}`;

/** What DEA may not see: other areas, closed kinds, marks, an originator without agreement, contacts in other roles. */
const HIDDEN: readonly TestPointer[] = [
  record('ICE', 50, { crimeAreas: ['cybercrime'], recordedOn: '2024-01-01', occurredOn: '2024-01-01' }),
  record('ICE', 51, { kind: 'WIRETAP_INTERCEPT', recordedOn: '2024-01-01' }),
  record('ICE', 52, { notReleasableTo: ['DEA'], program: 'OCDETF', recordedOn: '2024-01-01' }),
  contact('ICE', 53, { contactRole: 'ATTACHE' }),
  record('ICRF', 54, { recordedOn: '2024-01-01' }),
  contact('ICRF', 55),
  record('FBI', 56, { kind: 'FINANCIAL_MATERIAL', recordedOn: '2024-01-01' }),
  record('ATF', 57, { originatorConsent: true, recordedOn: '2024-01-01' }),
  {
    n: 58,
    originator: 'ICE',
    family: 'Case',
    labels: { crimeAreas: ['cybercrime'], status: 'OPEN', openedOn: '2024-01-01' },
  },
];

const SEEN: readonly TestPointer[] = [
  record('DEA', 1),
  record('ICE', 11, { program: 'OCDETF', recordedOn: '2010-01-01' }, 53),
  record('ICE', 12, { program: 'OCDETF', recordedOn: '2011-01-01' }),
  record('ICE', 99, { recordedOn: '2012-01-01' }),
  record('FBI', 21, {}, 93),
  record('ATF', 31),
  {
    n: 61,
    originator: 'ICE',
    family: 'Case',
    labels: { crimeAreas: ['drug-trafficking'], status: 'OPEN', openedOn: '2024-01-01' },
  },
  contact('ICE', 91),
  contact('FBI', 93),
];

describe('what a viewer may not see', () => {
  const index = useIndex();
  let before: string;
  let after: string | null = null;

  const answer = async () => JSON.stringify(await ask(index.database, asking('DEA'), QUESTION, { after }));

  beforeAll(async () => {
    await contributeAll(index.database, SEEN);
    const first = await ask(index.database, asking('DEA'), '{ records(first: 2) { pageInfo { endCursor } } }');
    after = (first.data as { records: { pageInfo: { endCursor: string } } }).records.pageInfo.endCursor;
    before = await answer();
    expect(JSON.parse(before)).toMatchObject({
      data: { all: { totalCount: 4 }, found: { totalCount: 6 }, cases: { totalCount: 1 }, hidden: null, closed: null },
    });
    await contributeAll(index.database, HIDDEN);
  });

  it('changes no byte of an answer by being there', async () => {
    expect(await answer()).toBe(before);
  });

  it.each([
    ['dates', { recordedOn: '1990-01-01', occurredOn: '1990-01-01', openedOn: '1990-01-01' }],
    ['areas', { crimeAreas: ['terrorism'] }],
    ['programme', { program: 'OCDETF' }],
    ['office', { office: 'Elsewhere' }],
  ])('changes no byte of an answer by another value: %s', async (_, labels) => {
    const family = (pointer: TestPointer) => pointer.family !== 'LiaisonContact';
    const changed = HIDDEN.filter(family).map((pointer) => ({
      ...pointer,
      labels: { ...pointer.labels, ...onlyKnown(labels, pointer), ...keptHidden(pointer) },
    }));
    await contributeAll(index.database, changed);
    expect(await answer()).toBe(before);
  });

  it('changes no byte of an answer by hidden values of rows that are seen', async () => {
    const hidden = { office: 'Elsewhere', occurredOn: '2001-01-01' };
    const changed = SEEN.filter(({ n }) => [12, 99].includes(n)).map((pointer) => ({
      ...pointer,
      labels: { ...pointer.labels, ...hidden, ...(pointer.n === 99 && { recordedOn: '2025-01-01' }) },
    }));
    await contributeAll(index.database, changed);
    expect(await answer()).toBe(before);
  });

  it('changes no byte of an answer by going', async () => {
    for (const pointer of HIDDEN) await withdraw(index.database, pointer);
    expect(await answer()).toBe(before);
  });

  it('gives the same null for what is hidden and for what is not there', async () => {
    await contributeAll(index.database, HIDDEN);
    const query = `query ($id: ID!, $representations: [_Any!]!) {
      record(id: $id) { id } case(id: $id) { id } liaisonContact(id: $id) { id }
      _entities(representations: $representations) { __typename }
    }`;
    const of = async (one: string) => {
      const types = [
        'IceRecord',
        'Record',
        'IceCase',
        'Case',
        'IcrfRecord',
        'LiaisonContact',
        'IcePerson',
        'Person',
        'Subject',
      ];
      const representations = types.map((__typename) => ({ __typename, id: one }));
      return JSON.stringify(await ask(index.database, asking('DEA'), query, { id: one, representations }));
    };
    const nothing = await of(id(1234));
    expect(JSON.parse(nothing)).toEqual({
      data: { record: null, case: null, liaisonContact: null, _entities: Array(9).fill(null) },
    });
    for (const hidden of [...HIDDEN.map(({ n }) => id(n)), id(21), id(31), 'no id'])
      expect(await of(hidden)).toBe(nothing);
  });

  it('refers to what is disclosed in full, under its own type', async () => {
    const representations = ['IceRecord', 'DeaRecord', 'Record', 'Case'].map((__typename) => ({
      __typename,
      id: id(11),
    }));
    const query = `query ($representations: [_Any!]!) { record(id: "${id(11)}") { __typename id }
      _entities(representations: $representations) { __typename } }`;
    const { data } = await ask(index.database, asking('DEA'), query, { representations });
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      record: { __typename: 'IceRecord', id: id(11) },
      _entities: [{ __typename: 'IceRecord' }, null, { __typename: 'IceRecord' }, null],
    });
  });
});

/** Only labels that a pointer of this family has. */
function onlyKnown(labels: Readonly<Record<string, unknown>>, { family }: TestPointer) {
  const others = family === 'Case' ? ['recordedOn', 'occurredOn'] : ['openedOn'];
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !others.includes(name)));
}

/** What it is hidden by. */
function keptHidden({ n, labels }: TestPointer) {
  return [50, 58].includes(n) ? { crimeAreas: labels['crimeAreas'] } : {};
}
