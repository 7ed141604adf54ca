import { Args, Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Party } from '../../../policy/deconfliction.ts';
import { DateTime } from '../../kit/date-time.ts';
import { PAGED } from '../../kit/paged.ts';
import type { Connection } from '../../kit/pages.ts';
import { historyOf, type Happened } from '../conflicts/history.ts';
import { meetingIn, ownDeclaration, type SideRow } from '../conflicts/row.ts';
import type { SeenConflict } from '../conflicts/seen.ts';
import type { DeconflictionContext } from '../request.ts';
import { DeclaredEvent, DeclaredTarget } from './declared.ts';
import { ConflictEvent, ConflictRole, ConflictStatus, Disclosure, FirstParty, Outcome } from './enums.ts';
import { PageArgs, connectionType, readPage } from './page.ts';
import { Agency, LiaisonContact, contactOf, type ContactReference } from './references.ts';
import { Meeting } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A party to a conflict, where agreements say whom to call.' })
export class ConflictParty {
  @Field(() => ConflictRole, { description: 'What it is to the conflict.' })
  readonly role!: string;

  @Field(() => Agency, { description: 'The agency, with the desk to call.' })
  readonly agency!: Agency;

  @Field(() => LiaisonContact, {
    nullable: true,
    description: 'The contact that it names for this work; absent: call its desk.',
  })
  readonly contact!: ContactReference | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a party that is told of a conflict has said.' })
export class ConflictAnswer {
  @Field(() => ConflictRole, { description: 'Which party.' })
  readonly role!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it said that it knows.' })
  readonly acknowledgedAt!: string | null;

  @Field(() => Outcome, { nullable: true, description: 'What becomes of its work; absent: it has not said.' })
  readonly outcome!: string | null;

  @Field(() => FirstParty, { nullable: true, description: 'Who goes first, where one does.' })
  readonly first!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it said so.' })
  readonly answeredAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that happened to a conflict.' })
export class ConflictEntry {
  @Field(() => ID, { description: 'What it is known by.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Date;

  @Field(() => ConflictEvent, { description: 'What.' })
  readonly event!: string;

  @Field(() => ConflictRole, { nullable: true, description: 'Whose doing it was; absent: nobody’s.' })
  readonly role!: string | null;

  @Field(() => String, { nullable: true, description: 'Which officer of the viewer’s own agency.' })
  readonly officer!: string | null;

  @Field(() => Outcome, { nullable: true, description: 'What was said to become of the work.' })
  readonly outcome!: string | null;

  @Field(() => FirstParty, { nullable: true, description: 'Who was said to go first.' })
  readonly first!: string | null;

  @Field(() => String, { nullable: true, description: 'What was written down.' })
  readonly note!: string | null;
}

const ConflictEntryConnection = connectionType('ConflictEntry', () => ConflictEntry);

@ObjectType({
  simpleResolvers: true,
  description: 'Work of two agencies that met, as far as agreements in force tell the viewer’s agency of it.',
})
export class Conflict {
  readonly seen: SeenConflict;

  @Field(() => ID, { description: 'What it is known by.' })
  readonly id: string;

  @Field(() => ConflictStatus, { description: 'How it stands.' })
  readonly status: string;

  @Field(() => ConflictRole, { description: 'What the viewer’s agency is to it.' })
  readonly role: string;

  @Field(() => Disclosure, { description: 'What is told of the other side: that there is one, or whom to call.' })
  readonly disclosure: string;

  @Field(() => [ID], { description: 'The clauses that tell the viewer’s agency of it: `ofc-2009#VI`.' })
  readonly clauses: readonly string[];

  @Field(() => DateTime, { description: 'When the viewer’s agency was told of it.' })
  readonly openedAt: string;

  @Field(() => DateTime, { nullable: true, description: 'When answers are due; absent: no time is set.' })
  readonly answerBy: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when an answer is overdue.' })
  readonly escalatedAt: string | null;

  @Field(() => Boolean, { description: 'One of the two is over: nothing is left to resolve.' })
  readonly over: boolean;

  @Field(() => Boolean, {
    description:
      'The work of the viewer’s agency waits, as an agreement demands: until the answers of both sides fit, and if the ' +
      'other’s operation goes first, until that is over or called off.',
  })
  readonly holds: boolean;

  constructor(seen: SeenConflict) {
    const { row, status, telling, own, answerBy, waits } = seen;
    this.seen = seen;
    this.id = row.id;
    this.status = status;
    this.role = own.role;
    this.disclosure = telling.disclosure;
    this.clauses = telling.clauses;
    this.openedAt = instant(own.toldAt);
    this.answerBy = answerBy;
    this.escalatedAt = own.escalatedAt && instant(own.escalatedAt);
    this.over = row.over_at !== null;
    this.holds = waits;
  }

  @Field(() => DeclaredTarget, { nullable: true, description: 'The target of the viewer’s agency that is in it.' })
  async target(@Ctx() { deconfliction }: DeconflictionContext): Promise<DeclaredTarget | null> {
    const id = ownDeclaration(this.seen.row, this.seen.own.role);
    const row = id === undefined ? null : await deconfliction.declared.load(id);
    return row && row.kind !== 'EVENT' ? new DeclaredTarget(row) : null;
  }

  @Field(() => DeclaredEvent, { nullable: true, description: 'The operation of the viewer’s agency that is in it.' })
  async event(@Ctx() { deconfliction }: DeconflictionContext): Promise<DeclaredEvent | null> {
    const id = ownDeclaration(this.seen.row, this.seen.own.role);
    const row = id === undefined ? null : await deconfliction.declared.load(id);
    return row?.kind === 'EVENT' ? new DeclaredEvent(row) : null;
  }

  @Directive('@inaccessible')
  @Field(() => Meeting, { nullable: true, description: 'By what the two met; answered to servers only.' })
  meeting(): object {
    const { originator, searcher, met } = meetingIn(this.seen.row);
    const party = ({ agency, areas }: Party) => ({ agency, areas });
    return { originator: party(originator), searcher: party(searcher), met };
  }

  @Field(() => [ConflictParty], {
    nullable: 'items',
    description: 'The other side, or both to who coordinates, where agreements name them.',
  })
  others(@Ctx() { deconfliction }: DeconflictionContext): readonly ConflictParty[] {
    const { row, telling, own } = this.seen;
    if (telling.disclosure !== 'CONTACT') return [];
    const parties = [
      { role: 'ORIGINATOR', agency: row.originator, contact: row.originator_contact },
      { role: 'SEARCHER', agency: row.searcher, contact: row.searcher_contact },
    ];
    return parties
      .filter(({ agency }) => agency !== own.agency)
      .map(({ role, agency, contact }) => ({
        role,
        agency: new Agency(agency),
        contact: contactOf(agency, contact, deconfliction.agencies),
      }));
  }

  @Field(() => [ConflictAnswer], {
    description: 'What the parties have said that are told of it, since all of them and the viewer’s agency are.',
  })
  answers(): readonly ConflictAnswer[] {
    return this.seen.parties.map(({ role, acknowledgedAt, outcome, first, answeredAt }: SideRow) => ({
      ...{ role, outcome, first },
      acknowledgedAt: acknowledgedAt && instant(acknowledgedAt),
      answeredAt: answeredAt && instant(answeredAt),
    }));
  }

  @Directive(PAGED)
  @Field(() => ConflictEntryConnection, {
    nullable: true,
    description: 'What happened to it since the viewer’s agency was told of it, the newest first.',
  })
  history(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { deconfliction }: DeconflictionContext,
  ): Promise<Connection<Happened>> {
    return readPage(
      args,
      (page) => historyOf(deconfliction.database, this.seen, page),
      (entry) => entry,
    );
  }
}

export const ConflictConnection = connectionType('Conflict', () => Conflict);

/** PostgreSQL's JSON writes instants in its own way. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
