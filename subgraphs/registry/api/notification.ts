import { Field, ID, ObjectType } from 'type-graphql';
import type { KeptNotification } from '../../../platform/notifications/read.ts';
import { describedEnum } from '../../kit/described.ts';
import { connectionType } from './page.ts';
import { Purpose, purposeOf } from './purpose.ts';
import { DateTime } from './scalars.ts';

const NotificationKind = describedEnum('NotificationKind', 'Why an originator was told.', {
  DISCLOSURE: 'A clause obliges to tell of every answer under it, whether or not it had rows.',
  OVERRIDE: 'A clause for threats to life applied, whatever others withhold.',
  SILENT_HIT: 'A search of another agency found something of which that agency learned nothing.',
});

@ObjectType({
  simpleResolvers: true,
  description: "What the viewer's own agency was told about a question of another one. Never a value.",
})
export class Notification {
  @Field(() => ID, { description: 'What it is known by.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When the question was asked.' })
  readonly at!: string;

  @Field(() => NotificationKind, { description: 'Why the agency was told.' })
  readonly kind!: string;

  @Field(() => ID, { description: 'Code of the agency whose viewer asked.' })
  readonly recipient!: string;

  @Field(() => String, { description: 'Who asked, as that agency knows them.' })
  readonly viewer!: string;

  @Field(() => Purpose, { description: 'What for.' })
  readonly purpose!: Purpose;

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
    kind: kind.toUpperCase().replace('-', '_'),
    purpose: purposeOf(purpose),
  };
}
