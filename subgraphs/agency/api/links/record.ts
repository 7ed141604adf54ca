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

/** Where a record leads. */
@Resolver(() => RecordInterface)
export class RecordLinks {
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [SubjectInterface], { nullable: true })
  async subjects(@Root() record: RecordSource, @Ctx() context: AgencyContext): Promise<Source[]> {
    return loadSubjects(await context.links.recordSubjects.load(record.id), context);
  }

  @FieldResolver(() => CaseInterface, { nullable: true })
  case(@Root() record: RecordSource, @Ctx() { entities }: AgencyContext): Promise<CaseSource | null> | null {
    return record.caseId === null ? null : entities.Case.load(record.caseId);
  }

  @FieldResolver(() => LiaisonContactInterface, { nullable: true })
  contact(
    @Root() record: RecordSource,
    @Ctx() { entities }: AgencyContext,
  ): Promise<LiaisonContactSource | null> | null {
    return record.contactId === null ? null : entities.LiaisonContact.load(record.contactId);
  }
}
