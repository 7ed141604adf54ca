import type { AgencyContext } from '../../context.ts';
import type { SubjectLink } from '../../loaders/links.ts';
import type { Source } from '../../rows/source.ts';

const TYPE_OF = { PERSON: 'Person', GROUP: 'Group', ORGANIZATION: 'Organization' } as const;

/** The subjects that links lead to, in the order of the links. */
export async function loadSubjects(links: readonly SubjectLink[], { entities }: AgencyContext): Promise<Source[]> {
  return present(await Promise.all(links.map(({ id, kind }) => entities[TYPE_OF[kind]].load(id))));
}

/** The persons with the given ids, in that order. */
export async function loadPersons(ids: readonly string[], { entities }: AgencyContext): Promise<Source[]> {
  return present(await Promise.all(ids.map((id) => entities.Person.load(id))));
}

/** Without what was withdrawn between the link and its end. */
function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}
