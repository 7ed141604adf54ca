import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../subgraphs/agency/prisma/generated/client.ts';
import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { bareSubgraph, entities, useAgencyDatabase } from './agency-under-test.ts';
import { aCase, aContact, aGroup, aPerson, aRecord, anOrganization } from './samples.ts';

const database = useAgencyDatabase();
const dea = bareSubgraph('DEA');

/** A case with records, each about a person, a group with a member and an organization with a director. */
function aMatter(records: number) {
  const contact = aContact();
  const persons = Array.from({ length: records }, () => aPerson());
  const groups = persons.map(({ id }) => aGroup({ memberIds: [id] }));
  const organizations = persons.map(({ id }) => anOrganization({ directorIds: [id] }));
  const matter = aCase({ contactId: contact.id, subjectIds: [...persons, ...groups].map(({ id }) => id) });
  const reports = persons.map(({ id }, at) =>
    aRecord({ caseId: matter.id, contactId: contact.id, subjectIds: [id, groups[at]!.id, organizations[at]!.id] }),
  );
  return { reports, all: [contact, ...persons, ...groups, ...organizations, matter, ...reports] };
}

const SUBJECT = `
  __typename id ... on Person { dateOfBirth }
  ... on Group { names members { id phones } } ... on Organization { names directors { id phones } }`;
const SELECTION = `... on DeaRecord {
  title contact { name } subjects { ${SUBJECT} }
  case { number contact { name } subjects { ${SUBJECT} } records { title subjects { ${SUBJECT} } contact { name } case { number } } } }`;

/** The statements that the database is given for a nested question about that many cases of that many records. */
async function statements(cases: number, records: number): Promise<readonly string[]> {
  const matters = Array.from({ length: cases }, () => aMatter(records));
  await importEntities(
    database.store,
    matters.flatMap(({ all }) => all),
  );
  const seen: string[] = [];
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: database.url }),
    log: [{ emit: 'event', level: 'query' }],
  });
  prisma.$on('query', ({ query }) => seen.push(query));
  const asked = matters.flatMap(({ reports }) => reports.map(({ id }) => ({ __typename: 'DeaRecord', id })));
  const { data, errors } = await entities(await dea, prisma, asked, SELECTION);
  await prisma.$disconnect();
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/DeaOrganization/g)?.length).toBe(cases * records * (1 + records));
  return seen;
}

it('takes as many statements for many rows as for one', async () => {
  const one = await statements(1, 1);
  const many = await statements(12, 7);
  expect(one.filter((statement) => !statement.startsWith('SELECT'))).toEqual([]);
  expect(many).toHaveLength(one.length);
  expect(one.length).toBeLessThanOrEqual(20);
});

it('loads an entity once in a request, and anew in the next', async () => {
  const person = aPerson();
  await importEntities(database.store, [person]);
  const { parts } = await dea;
  const { Person } = parts.contextFor(database.prisma).entities;
  expect(await Person.load(person.id)).toBe(await Person.load(person.id));
  await database.prisma.person.update({ where: { id: person.id }, data: { occupation: 'Baker' } });
  const again = await parts.contextFor(database.prisma).entities.Person.load(person.id);
  expect(again?.occupation).toBe('Baker');
});
