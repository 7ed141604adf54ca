import { Directive, InputType } from 'type-graphql';
import { unseal } from '../../../matching/sealed.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import type { TargetSelector } from '../declarations/declaration.ts';
import { uuidOfBlind } from '../../../matching/blind-uuid.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { Blinded, Given } from './reads.ts';

const SEALED = 'What the gateway puts in the place of the rest, so that de-confliction learns no name.';

@InputType({ description: 'A person, by name and date of birth; spelling, order and script may differ.' })
export class TargetPerson {
  @Given(() => String, 'Family name.')
  readonly surname?: string | null;

  @Given(() => String, 'Given names.')
  readonly firstNames?: string | null;

  @Given(() => String, 'Date of birth, as precisely as it is known: `1971`, `1971-03` or `1971-03-09`.')
  readonly dateOfBirth?: string | null;

  @Directive('@inaccessible')
  @Given(() => String, SEALED)
  readonly sealed?: string | null;
}

@InputType({ description: 'A group or an organization, by a name; spelling and legal form may differ.' })
export class TargetName {
  @Given(() => String, 'A name of it.')
  readonly name?: string | null;

  @Directive('@inaccessible')
  @Given(() => String, SEALED)
  readonly sealed?: string | null;
}

/** The fields of a selector: the kind that each is, what it is written as, and in words. */
const FIELDS: Readonly<Record<string, readonly [SelectorKind, string]>> = {
  phone: ['PHONE', 'A telephone number, in international form: `+1 202 555 0143`.'],
  email: ['EMAIL', 'An e-mail address.'],
  ipAddress: ['IP_ADDRESS', 'An IP address.'],
  iban: ['IBAN', 'An account, by its IBAN.'],
  account: ['ACCOUNT', 'An account, by its number, where it has no IBAN.'],
  plate: ['PLATE', 'A registration plate; the country may come first: `US:7ABC123`.'],
  vin: ['VIN', 'A vehicle, by its identification number (ISO 3779).'],
  passport: ['PASSPORT', 'A passport, by its number; the country may come first: `US:123456789`.'],
  identityDocument: ['IDENTITY_DOCUMENT', 'An identity document, not a passport; the country may come first.'],
  organizationRegistration: ['ORGANIZATION_REGISTRATION', 'The number under which an organization is registered.'],
  imei: ['IMEI', 'A device, by its IMEI.'],
  cryptoAddress: ['CRYPTO_ADDRESS', 'A crypto-currency address.'],
  person: ['NAME_AND_BIRTH', 'A person.'],
  group: ['GROUP_NAME', 'A group.'],
  organization: ['ORGANIZATION_NAME', 'An organization.'],
};

const NAMED: Readonly<Record<string, new () => object>> = {
  person: TargetPerson,
  group: TargetName,
  organization: TargetName,
};

/** What a target is known by; each field is one selector. */
@InputType({ description: 'What a target is known by. Each field that is given is a selector of its own.' })
export class TargetSelectorInput {}

for (const [name, [kind, description]] of Object.entries(FIELDS)) {
  Blinded(kind)(TargetSelectorInput.prototype, name);
  Given(() => NAMED[name] ?? String, description)(TargetSelectorInput.prototype, name);
}

const MOST_INPUTS = 200;
const MOST_TOKENS = 5_000;
const MOST = 32_767;

type Sealed = string | { readonly sealed?: string | null } | null | undefined;

/**
 * The selectors of a target, as the gateway has blinded them.
 * @throws DeclaredError `BAD_DECLARATION`
 */
export function selectorsIn(inputs: readonly TargetSelectorInput[]): readonly TargetSelector[] {
  if (inputs.length > MOST_INPUTS) bad(`\`selectors\` are more than ${MOST_INPUTS}`);
  const selectors = inputs.flatMap((input) =>
    Object.entries(FIELDS).flatMap(([name, [kind]]) => tokensIn((input as Record<string, Sealed>)[name], kind, name)),
  );
  if (selectors.length === 0) bad('`selectors` name nothing by which the target is known');
  if (selectors.length > MOST_TOKENS) bad('`selectors` are too many');
  return selectors;
}

function tokensIn(given: Sealed, kind: SelectorKind, name: string): readonly TargetSelector[] {
  if (given === null || given === undefined) return [];
  const tokens = unseal(typeof given === 'string' ? given : (given.sealed ?? ''));
  if (!tokens || tokens.some(({ epoch }) => epoch > MOST)) return bad(`\`${name}\` did not come blinded`);
  return tokens.map(({ epoch, blind }) => ({ epoch, blind: uuidOfBlind(blind), kinds: [kind] }));
}

function bad(detail: string): never {
  return refuse(DECONFLICTION_ERRORS.BAD_DECLARATION, detail);
}
