import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyContext } from '../../context.ts';
import type { CaseSource } from '../../rows/case.ts';
import type { LiaisonContactSource } from '../../rows/liaison-contact.ts';
import type { RecordSource } from '../../rows/record.ts';
import type { Source } from '../../rows/source.ts';
import { CaseInterface } from '../interfaces/case.ts';
import { LiaisonContactInterface } from '../interfaces/liaison-contact.ts';
import { RecordInterface } from '../interfaces/record.ts';
import { SubjectInterface } from '../interfaces/subject.ts';
import { loadSubjects } from './subjects.ts';

/** Where a case leads. */
@Resolver(() => CaseInterface)
export class CaseLinks {
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [SubjectInterface], { nullable: true })
  async subjects(@Root() { id }: CaseSource, @Ctx() context: AgencyContext): Promise<Source[]> {
    return loadSubjects(await context.links.caseSubjects.load(id), context);
  }

  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [RecordInterface], { nullable: true })
  records(@Root() { id }: CaseSource, @Ctx() { links }: AgencyContext): Promise<readonly RecordSource[]> {
    return links.caseRecords.load(id);
  }

  @FieldResolver(() => LiaisonContactInterface, { nullable: true })
  contact(
    @Root() { contactId }: CaseSource,
    @Ctx() { entities }: AgencyContext,
  ): Promise<LiaisonContactSource | null> | null {
    return contactId === null ? null : entities.LiaisonContact.load(contactId);
  }
}
