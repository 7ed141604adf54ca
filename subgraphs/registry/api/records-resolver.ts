import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { PAGED } from '../../kit/paged.ts';
import type { Connection } from '../../kit/pages.ts';
import { LEDGER_ROLES, TOLD_ROLES, requireRole } from '../roles.ts';
import type { RegistryContext } from '../request.ts';
import { DisclosureConnection, recordedOf, type RecordedDisclosure } from './disclosure.ts';
import { NotificationConnection, notificationOf, type Notification } from './notification.ts';
import { PageArgs, readPage } from './page.ts';

const rolesIn = (roles: readonly string[]) => `For viewers in the roles ${roles.join(', ')}.`;

/** The registry's root fields that read what the hub has recorded. */
@Resolver()
export class RecordsResolver {
  @Directive(PAGED)
  @Query(() => NotificationConnection, {
    nullable: true,
    description: `What the viewer's own agency was told, as an originator. ${rolesIn(TOLD_ROLES)}`,
  })
  async notifications(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { registry }: RegistryContext,
  ): Promise<Connection<Notification>> {
    const { viewer } = registry.caller;
    requireRole(viewer, TOLD_ROLES);
    return readPage(args, registry.records.notifications(viewer.agency), notificationOf);
  }

  @Directive(PAGED)
  @Query(() => DisclosureConnection, {
    nullable: true,
    description: `The ledger: the questions of the viewer's own agency, and what was disclosed of its data. ${rolesIn(LEDGER_ROLES)}`,
  })
  async disclosures(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { registry }: RegistryContext,
  ): Promise<Connection<RecordedDisclosure>> {
    const { viewer } = registry.caller;
    requireRole(viewer, LEDGER_ROLES);
    return readPage(args, registry.records.disclosures(viewer.agency), recordedOf);
  }
}
