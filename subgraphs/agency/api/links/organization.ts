import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../context.ts';
import type { OrganizationSource } from '../../rows/organization.ts';
import type { Source } from '../../rows/source.ts';
import { OrganizationInterface } from '../interfaces/organization.ts';
import { PersonInterface } from '../interfaces/person.ts';
import { loadPersons } from './subjects.ts';

/** Where an organization leads. */
@Resolver(() => OrganizationInterface)
export class OrganizationLinks {
  @FieldResolver(() => [PersonInterface], { nullable: true })
  async directors(@Root() { id }: OrganizationSource, @Ctx() context: AgencyContext): Promise<Source[]> {
    return loadPersons(await context.links.organizationDirectors.load(id), context);
  }
}
