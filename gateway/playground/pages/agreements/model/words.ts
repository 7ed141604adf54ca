import type { Clause, Signature, Withdrawal } from './question.ts';

/** What a clause does, in a line that stands above its conditions. */
export function effectInWords(clause: Pick<Clause, 'effect' | 'disclosure' | 'silent' | 'override'>): string {
  switch (clause.effect) {
    case 'WITHHOLD':
      return 'Withholds, whatever other clauses share';
    case 'DECONFLICT':
      return 'Has targets and operations matched before somebody acts';
    case 'NONE':
      return 'Says something, and has no effect on data';
    case 'SHARE':
      if (clause.override) return 'Releases because life is in danger, whatever is withheld';
      if (clause.silent) return 'Tells the originator that somebody searched; the searcher learns nothing';
      return SHARES[clause.disclosure ?? 'FULL'];
  }
}

const SHARES = {
  FULL: 'Shares: the fields below are shown',
  CONTACT: 'Discloses that a record exists, and whom to call',
  EXISTS: 'Discloses that a record exists, no more',
} as const;

/** From whom to whom, as the clause names them; agencies in words where they are few. */
export function betweenInWords({ from, to, effect }: Pick<Clause, 'from' | 'to' | 'effect'>): string {
  const same = from.length === to.length && from.every((code) => to.includes(code));
  if (same && from.length > 1) return `Between ${listed(from)}, each way`;
  if (same) return `Between the members of ${listed(from)}`;
  return effect === 'WITHHOLD'
    ? `What ${listed(from)} holds, from ${listed(to)}`
    : `From ${listed(from)} to ${listed(to)}`;
}

/** What became of a signature, in words. */
export function signatureInWords({ status, why }: Pick<Signature, 'status' | 'why'>): string {
  if (status === 'VERIFIED') return 'Verified';
  return status === 'MISSING' ? 'Not signed' : `Does not count: ${why ?? 'nobody knows why'}`;
}

/**
 * A withdrawal, in words.
 * @param of id of the agreement that is read
 * @param isToCome its day is to come
 */
export function withdrawalInWords({ party, kind, since, until, agreement }: Withdrawal, of: string, isToCome: boolean) {
  const what = agreement === of ? 'it' : `${agreement}, on which it leans,`;
  const end = until ? ` until ${instant(until)}` : '';
  if (kind === 'TERMINATED') return `${party} ${isToCome ? 'will leave' : 'left'} ${what} on ${instant(since)}`;
  return isToCome
    ? `${party} will suspend ${what} from ${instant(since)}${end}`
    : `${party} has suspended ${what} since ${instant(since)}${end}`;
}

/** A day or an instant as it is read: `26 March 2010`, `26 March 2010, 09:30 UTC`. */
export function instant(text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const day = DAY.format(at);
  return text.length > '2010-03-26'.length ? `${day}, ${at.toISOString().slice(11, 16)} UTC` : day;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** From when until when an agreement is in force. */
export function datesInWords({
  effective,
  until,
}: {
  readonly effective: string;
  readonly until: string | null;
}): string {
  return until ? `${instant(effective)} until ${instant(until)}` : `${instant(effective)} until terminated`;
}

/** What parties are called by. */
type Named = readonly { readonly code: string; readonly name: string }[];

/** A party's name; a group's where an agreement that is read founds it. */
export function partyName(
  code: string,
  { agreements, agencies }: { readonly agreements: readonly { readonly groups: Named }[]; readonly agencies: Named },
): string {
  const groups = agreements.flatMap((agreement) => agreement.groups);
  return [...agencies, ...groups].find((one) => one.code === code)?.name ?? 'a group';
}

/** Id of the element of a clause on the page of its agreement: what other pages link to. */
export function clauseAnchor(id: string): string {
  return id.slice(id.indexOf('#') + 1);
}

function listed(codes: readonly string[]): string {
  const last = codes.at(-1) ?? '';
  return codes.length < 2 ? last : `${codes.slice(0, -1).join(', ')} and ${last}`;
}
