import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { REGISTRY_ERRORS, refuse } from '../errors.ts';
import { matrixOf } from '../matrix.ts';
import type { RegistryContext } from '../request.ts';
import { Agency } from './agency.ts';
import { Agreement } from './agreement.ts';
import { agreementsFor } from './told-agreement.ts';
import { Ruleset, VisibilityCell, cellOf, rulesetOf } from './visibility.ts';

const YOURS = "It shows those to which the viewer's own agency is a party, and no others.";

/** The registry's root fields. */
@Resolver()
export class RegistryResolver {
  @Directive('@listSize(assumedSize: 30)')
  @Query(() => [Agency], { description: 'The agencies of this exchange.' })
  agencies(@Ctx() { registry }: RegistryContext): readonly Agency[] {
    return registry.agencies.map((entry) => new Agency(entry));
  }

  @Query(() => Agency, { nullable: true, description: 'One agency.' })
  agency(
    @Arg('code', () => ID, { description: 'Its code: `ICE`.' }) code: string,
    @Ctx() context: RegistryContext,
  ): Agency | null {
    return agencyOf(code, context);
  }

  @Directive('@listSize(assumedSize: 50)')
  @Query(() => [Agreement], { description: `The agreements. ${YOURS}` })
  agreements(@Ctx() { registry }: RegistryContext): readonly Agreement[] {
    return agreementsFor(registry);
  }

  @Query(() => Agreement, { nullable: true, description: `One agreement. ${YOURS}` })
  agreement(
    @Arg('id', () => ID, { description: 'Its id: `ofc-ice-2009`.' }) id: string,
    @Ctx() { registry }: RegistryContext,
  ): Agreement | null {
    return agreementsFor(registry, id)[0] ?? null;
  }

  @Directive('@listSize(assumedSize: 200)')
  @Query(() => [VisibilityCell], {
    description:
      'What the viewer may see of an agency’s fields for the purpose, told from clauses and never from data.',
  })
  visibility(
    @Arg('originator', () => ID, { description: 'Code of the agency whose data it is.' }) originator: string,
    @Ctx() { registry }: RegistryContext,
  ): readonly VisibilityCell[] {
    const { agencies, grant, shelf, now } = registry;
    const known = agencies.find(({ code }) => code === originator);
    if (!known) return refuse(REGISTRY_ERRORS.UNKNOWN_ORIGINATOR, 'no agency has the code that `originator` gives');
    return matrixOf({ originator: known, grant, ruleset: shelf.at(now) }).map(cellOf);
  }

  @Query(() => Ruleset, { description: 'The agreements in force, as the registry compiled them.' })
  ruleset(@Ctx() { registry }: RegistryContext): Ruleset {
    return rulesetOf(registry.shelf.at(registry.now));
  }
}

/** The agency of that code. */
export function agencyOf(code: string, { registry }: RegistryContext): Agency | null {
  const entry = registry.agencies.find((agency) => agency.code === code);
  return entry ? new Agency(entry) : null;
}
