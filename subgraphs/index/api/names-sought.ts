import { Directive, InputType } from 'type-graphql';
import { Given } from './given.ts';
import { ReadsNothing } from './reads.ts';

const SEALED = 'What the gateway puts in the place of the rest, so that the index learns no name.';

abstract class Sealed {
  readonly sealed?: string | null;
}

@InputType({
  description:
    'A person, by name and date of birth; spelling, order and script may differ. The more is given, the better.',
})
export class PersonSought extends Sealed {
  @ReadsNothing
  @Given(() => String, 'Family name.')
  readonly surname?: string | null;

  @ReadsNothing
  @Given(() => String, 'Given names.')
  readonly firstNames?: string | null;

  @ReadsNothing
  @Given(() => String, 'Date of birth, as precisely as it is known: `1971`, `1971-03` or `1971-03-09`.')
  readonly dateOfBirth?: string | null;

  @Directive('@inaccessible')
  @ReadsNothing
  @Given(() => String, SEALED)
  override readonly sealed?: string | null;
}

@InputType({ description: 'An organization, by a name; spelling and legal form may differ.' })
export class OrganizationSought extends Sealed {
  @ReadsNothing
  @Given(() => String, 'A name of it.')
  readonly name?: string | null;

  @Directive('@inaccessible')
  @ReadsNothing
  @Given(() => String, SEALED)
  override readonly sealed?: string | null;
}

@InputType({ description: 'A group, by a name; spelling may differ.' })
export class GroupSought extends Sealed {
  @ReadsNothing
  @Given(() => String, 'A name of it.')
  readonly name?: string | null;

  @Directive('@inaccessible')
  @ReadsNothing
  @Given(() => String, SEALED)
  override readonly sealed?: string | null;
}
