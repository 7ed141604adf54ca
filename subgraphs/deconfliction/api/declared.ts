import { Ctx, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { kindsMatched } from '../../../policy/deconfliction.ts';
import { purposes } from '../../../schema/purposes.ts';
import type { SelectorKind as Kind } from '../../../schema/selectors.ts';
import { DateTime } from '../../kit/date-time.ts';
import { SelectorKind } from '../../kit/selector-kind.ts';
import type { DeclaredRow } from '../declarations/read.ts';
import type { DeconflictionContext } from '../request.ts';
import { Operation, TargetKind } from './enums.ts';
import { connectionType } from './page.ts';

const MAY_PROCEED =
  'No agreement makes it wait, and the viewer’s agency has stood down in no conflict that is not over. Where both sides ' +
  'are told, an agreement makes each wait until their answers fit, and then who goes second until the operation that ' +
  'goes first is over or called off. Where this side alone is told, it waits until it has said that it knows.';

const LOOKED_FOR =
  'Of the kinds of its selectors, those by which agreements in force let it meet what another agency declares. By a kind ' +
  'that is not named here it meets nothing; where none is, nobody looks for it. Of what is looked for once, this is said ' +
  'in the answer to `declareTarget` alone.';

/** What every declaration says. */
@ObjectType({ simpleResolvers: true })
abstract class Declared {
  readonly row: DeclaredRow;

  @Field(() => ID, { description: 'What it is known by.' })
  readonly id: string;

  @Field(() => String, { nullable: true, description: 'The agency’s own case number.' })
  readonly case: string | null;

  @Field(() => [String], { description: 'Areas of crime that the work is on.' })
  readonly areas: readonly string[];

  @Field(() => DateTime, { description: 'When it was declared.' })
  readonly declaredAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended.' })
  readonly endedAt: Date | null;

  constructor(row: DeclaredRow) {
    this.row = row;
    this.id = row.id;
    this.case = row.case_number;
    this.areas = row.areas;
    this.declaredAt = row.declared_at;
    this.endedAt = row.ended_at;
  }

  @Field(() => Boolean, { description: MAY_PROCEED })
  async mayProceed(@Ctx() { deconfliction }: DeconflictionContext): Promise<boolean> {
    return !(await deconfliction.isHeldUp.load(this.row.key));
  }
}

@ObjectType({ simpleResolvers: true, description: 'Somebody or something that the viewer’s agency works on.' })
export class DeclaredTarget extends Declared {
  @Field(() => TargetKind, { description: 'How long it is looked for.' })
  kind(): string {
    return this.row.kind;
  }

  @Field(() => DateTime, { nullable: true, description: 'Until when it is looked for; absent: until it is ended.' })
  until(): Date | null {
    return this.row.until;
  }

  @Field(() => [Int], {
    description: 'The epochs of the keys under which it is looked for. None: it is looked for no longer.',
  })
  epochs(): readonly number[] {
    return this.row.epochs;
  }

  @Field(() => [SelectorKind], { description: LOOKED_FOR })
  lookedFor(@Ctx() { deconfliction }: DeconflictionContext): readonly Kind[] {
    const { caller, inForce } = deconfliction;
    const party = { agency: caller.viewer.agency, areas: this.areas };
    return kindsMatched(party, this.row.kinds, inForce.duties, purposes);
  }

  @Field(() => Boolean, {
    description:
      'The agency has declared something under a newer key since. Declare it anew, under another id, and end it: what others ' +
      'declare under that key alone does not meet it.',
  })
  outdated(): boolean {
    return this.row.outdated;
  }
}

@ObjectType({ simpleResolvers: true, description: 'An operation that the viewer’s agency plans.' })
export class DeclaredEvent extends Declared {
  @Field(() => Operation, { description: 'What is planned.' })
  operation(): string {
    return this.row.operation!;
  }

  @Field(() => Float, { description: 'Where: degrees north.' })
  latitude(): number {
    return this.row.latitude!;
  }

  @Field(() => Float, { description: 'Where: degrees east.' })
  longitude(): number {
    return this.row.longitude!;
  }

  @Field(() => DateTime, { description: 'When it begins.' })
  from(): Date {
    return this.row.begins!;
  }

  @Field(() => DateTime, { description: 'When it ends.' })
  until(): Date {
    return this.row.ends!;
  }
}

export const DeclaredTargetConnection = connectionType('DeclaredTarget', () => DeclaredTarget);
export const DeclaredEventConnection = connectionType('DeclaredEvent', () => DeclaredEvent);
