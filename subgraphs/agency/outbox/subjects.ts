import type { Prisma } from '../prisma/generated/client.ts';
import { groupValues } from '../rows/group.ts';
import { organizationValues } from '../rows/organization.ts';
import { personValues } from '../rows/person.ts';
import type { Subjects } from './pointer.ts';

/** PostgreSQL takes 32,767 parameters in one statement. */
const MOST_IDS = 10_000;

/** Persons, groups and organizations as they now are, all of a chunk at once. */
export async function loadSubjects(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<Subjects> {
  const subjects = new Map<string, Awaited<ReturnType<typeof load>>[number]>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += MOST_IDS) {
    for (const subject of await load(tx, wanted.slice(at, at + MOST_IDS))) subjects.set(subject.id, subject);
  }
  return subjects;
}

async function load(tx: Prisma.TransactionClient, ids: readonly string[]) {
  const where = { where: { id: { in: [...ids] } } };
  const persons = await tx.person.findMany(where);
  const groups = await tx.group.findMany(where);
  const organizations = await tx.organization.findMany(where);
  return [
    ...persons.map((row) => ({ type: 'Person' as const, ...personValues(row) })),
    ...groups.map((row) => ({ type: 'Group' as const, ...groupValues(row) })),
    ...organizations.map((row) => ({ type: 'Organization' as const, ...organizationValues(row) })),
  ];
}
