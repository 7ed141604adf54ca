import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../context.ts';
import type { GroupSource } from '../../rows/group.ts';
import type { Source } from '../../rows/source.ts';
import { GroupInterface } from '../interfaces/group.ts';
import { PersonInterface } from '../interfaces/person.ts';
import { loadPersons } from './subjects.ts';

/** Where a group leads. */
@Resolver(() => GroupInterface)
export class GroupLinks {
  @FieldResolver(() => [PersonInterface], { nullable: true })
  async members(@Root() { id }: GroupSource, @Ctx() context: AgencyContext): Promise<Source[]> {
    return loadPersons(await context.links.groupMembers.load(id), context);
  }
}
