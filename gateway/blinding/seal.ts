import { blind, blindNameKey } from '../../matching/blind.ts';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { NameKey } from '../../matching/name-key.ts';
import { isTooLong } from '../../matching/normalise/plain.ts';
import { sought } from '../../matching/normalise/sought.ts';
import { organizationKeys, soughtOrganizationKeys } from '../../matching/organization/keys.ts';
import { birthOf } from '../../matching/person/birth.ts';
import { isEnoughToSeek, soughtPersonKeys } from '../../matching/person/sought.ts';
import { seal, type SealedToken } from '../../matching/sealed.ts';
import type { SelectorKind } from '../../schema/selectors.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/**
 * Brings a selector into its normal form, and blinds it under the key of every epoch that is searched.
 * @param value a text, or an object of texts: a person by surname, first names and date of birth, others by name
 * @param at where it stands, for whom it is refused: `records.filter.phone`
 * @throws DeclaredError that never repeats it
 */
export type Seal = (kind: SelectorKind, value: NonNullable<unknown>, at: string) => string;

/** Seals by these keys. It is for one request: what was sealed is remembered, with what it was in clear. */
export function sealer(keys: BlindingKeys | undefined): Seal {
  const known = new Map<string, string>();
  return (kind, value, at) => {
    if (!keys) refuse(GATEWAY_ERRORS.SELECTORS_UNAVAILABLE, 'the gateway has no keys to blind selectors with');
    const key = JSON.stringify([kind, value]);
    const sealed = known.get(key) ?? seal(tokensOf(kind, value, at, keys));
    known.set(key, sealed);
    return sealed;
  };
}

function tokensOf(kind: SelectorKind, value: NonNullable<unknown>, at: string, keys: BlindingKeys) {
  const tokens = tokensBy(kind, value, at);
  return [...keys.epochs].flatMap(([epoch, key]) => tokens(epoch, key));
}

type Tokens = (epoch: number, key: Uint8Array) => readonly SealedToken[];

function tokensBy(kind: SelectorKind, value: NonNullable<unknown>, at: string): Tokens {
  switch (kind) {
    case 'NAME_AND_BIRTH':
      return byName(kind, soughtPersonKeys(personIn(value, at)), at, ENOUGH_OF_A_PERSON);
    case 'GROUP_NAME':
      return byName(kind, organizationKeys(partsOf(value, at).name ?? ''), at, 'a name');
    case 'ORGANIZATION_NAME':
      return byName(kind, soughtOrganizationKeys(partsOf(value, at).name ?? ''), at, 'a name beside its legal form');
    default:
      return byForm(kind, value, at);
  }
}

const ENOUGH_OF_A_PERSON = 'a surname and first names, or one of them and the whole date of birth';

function byName(kind: SelectorKind, names: readonly NameKey[], at: string, needed: string): Tokens {
  if (names.length === 0) saysTooLittle(at, needed);
  return (epoch, key) => names.map((name) => ({ epoch, feature: name.feature, blind: blindNameKey(kind, name, key) }));
}

function byForm(kind: SelectorKind, value: NonNullable<unknown>, at: string): Tokens {
  const read = typeof value === 'string' ? sought(kind, value) : unreadable;
  if (read.is === 'unreadable') refuse(GATEWAY_ERRORS.BAD_SELECTOR, `\`${at}\` cannot be searched by: ${read.why}`);
  return (epoch, key) => read.forms.map((form) => ({ epoch, blind: blind(kind, form, key) }));
}

const unreadable = { is: 'unreadable', why: 'it is no text' } as const;

/** A date that cannot be read is refused: left out of account, it would have others found. */
function personIn(value: NonNullable<unknown>, at: string): Parts {
  const parts = partsOf(value, at);
  if (parts.dateOfBirth?.trim() && !birthOf(parts.dateOfBirth))
    refuse(GATEWAY_ERRORS.BAD_SELECTOR, `\`${at}.dateOfBirth\` cannot be read: write 1971, 1971-03 or 1971-03-09`);
  if (!isEnoughToSeek(parts)) saysTooLittle(at, ENOUGH_OF_A_PERSON);
  return parts;
}

function saysTooLittle(at: string, needed: string): never {
  refuse(GATEWAY_ERRORS.BAD_SELECTOR, `\`${at}\` says too little to search by: it needs ${needed}`);
}

interface Parts {
  readonly surname?: string;
  readonly firstNames?: string;
  readonly dateOfBirth?: string;
  readonly name?: string;
}

/**
 * INVARIANT: what a viewer could give as already sealed is none of these. A bare text is a name.
 * INVARIANT: nothing is made of a text that is longer than any name: it would keep everybody else waiting.
 */
function partsOf(value: NonNullable<unknown>, at: string): Parts {
  const parts: object = typeof value === 'string' ? { surname: value, name: value } : value;
  const texts = Object.entries(parts).filter(
    (entry): entry is [string, string] => PARTS.has(entry[0]) && typeof entry[1] === 'string',
  );
  if (texts.some(([, text]) => isTooLong(text)))
    refuse(GATEWAY_ERRORS.BAD_SELECTOR, `\`${at}\` cannot be searched by: it is longer than any name`);
  return Object.fromEntries(texts);
}

const PARTS: ReadonlySet<string> = new Set(['surname', 'firstNames', 'dateOfBirth', 'name']);
