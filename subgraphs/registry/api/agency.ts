import { Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { descriptionOf } from '../../kit/described.ts';
import { groupsOf } from '../readers.ts';
import type { RegistryContext } from '../request.ts';
import { AgencyKind } from './enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'An information-sharing desk: whom to ask when something is withheld.',
})
export class Desk {
  @Field(() => String, { description: 'What it is called.' })
  readonly name!: string;

  @Field(() => String, { description: 'Telephone, E.164, spaces allowed.' })
  readonly phone!: string;

  @Field(() => String, { description: 'E-mail address.' })
  readonly email!: string;
}

@Directive('@key(fields: "code")')
@ObjectType({ simpleResolvers: true, description: descriptionOf('Agency') })
export class Agency {
  @Field(() => ID, { description: "The agency's code: `ICE`." })
  readonly code: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => AgencyKind, { description: 'What it is to the others.' })
  readonly kind: string;

  @Field(() => String, { description: 'Its country, ISO 3166-1 alpha-2.' })
  readonly country: string;

  @Field(() => Desk, { description: 'Whom to ask when something is withheld.' })
  readonly desk: Desk;

  constructor({ code, name, kind, country, desk }: AgencyEntry) {
    this.code = code;
    this.name = name;
    this.kind = kind.toUpperCase();
    this.country = country;
    this.desk = desk;
  }

  @Field(() => [ID], { description: "Groups that it belongs to, of those that the viewer's own agreements speak of." })
  groups(@Ctx() { registry }: RegistryContext): readonly string[] {
    const { caller, shelf, now } = registry;
    return groupsOf(this.code, caller.viewer.agency, shelf, now);
  }
}
