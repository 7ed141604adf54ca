import { Field, ID, ObjectType } from 'type-graphql';
import type { KeptNotification } from '../../../platform/notifications/read.ts';
import { describedEnum } from '../../kit/described.ts';
import { connectionType } from './page.ts';
import { Purpose, purposeOf } from './purpose.ts';
import { DateTime } from './scalars.ts';

const NotificationKind = describedEnum('NotificationKind', 'Why an agency was told.', {
  DISCLOSURE: 'A clause obliges to tell of every answer under it, whether or not it had rows.',
  OVERRIDE: 'A clause for threats to life applied, whatever others withhold.',
  SILENT_HIT: 'A search of another agency found something of which that agency learned nothing.',
  CONFLICT: 'A target or an operation of the agency has met that of another one.',
  CONFLICT_ANSWERED: 'Another party to a conflict has answered, or nothing is left to be answered.',
  CONFLICT_ESCALATED: 'An answer to a conflict is overdue.',
  LEAD: 'Another agency has entered a lead for this one.',
  LEAD_ANSWERED: 'Another agency has said what becomes of a lead.',
});

@ObjectType({
  simpleResolvers: true,
  description:
    "What the viewer's own agency was told about a question of another one, a conflict with it, or a lead. Never a value.",
})
export class Notification {
  @Field(() => ID, { description: 'What it is known by.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When the question was asked, or what it tells of happened.' })
  readonly at!: string;

  @Field(() => NotificationKind, { description: 'Why the agency was told.' })
  readonly kind!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the agency whose viewer asked, or with which there is a conflict or a lead; absent: it may not be named.',
  })
  readonly recipient!: string | null;

  @Field(() => String, { nullable: true, description: 'Who asked, as that agency knows them; absent: nobody asked.' })
  readonly viewer!: string | null;

  @Field(() => Purpose, { nullable: true, description: 'What for; absent: nobody asked.' })
  readonly purpose!: Purpose | null;

  @Field(() => ID, { nullable: true, description: 'The conflict of which it tells: `conflict(id:)`.' })
  readonly conflict!: string | null;

  @Field(() => ID, { nullable: true, description: 'The lead of which it tells: `lead(id:)`.' })
  readonly lead!: string | null;

  @Field(() => [ID], { description: 'The clauses: `ofc-ice-2009#III.A`.' })
  readonly clauses!: readonly string[];

  @Field(() => [ID], { description: 'Fields that were asked for under them, or searched by.' })
  readonly coordinates!: readonly string[];

  @Field(() => String, { description: 'Digest of the agreements in force then.' })
  readonly ruleset!: string;
}

export const NotificationConnection = connectionType('Notification', () => Notification);

/** A notification as the registry tells of it. */
export function notificationOf({ originator: _, at, kind, purpose, ...rest }: KeptNotification): Notification {
  return {
    ...rest,
    at: at.toISOString(),
    kind: kind.toUpperCase().replaceAll('-', '_'),
    purpose: purpose && purposeOf(purpose),
  };
}
