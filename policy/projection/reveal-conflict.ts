import type { SelectorKind } from '../../schema/selectors.ts';
import type { Meeting, Met, Party, Telling } from '../deconfliction.ts';
import type { Grant } from '../grant.ts';
import { own } from '../own.ts';
import type { ConflictKeys, PartyKeys } from './hit-plan.ts';

/** A conflict that the viewer is told of. */
export interface RevealedConflict {
  readonly disclosure: Telling['disclosure'];
  /** Codes of the two agencies whose work met. */
  readonly parties: readonly string[];
}

type Answered = Readonly<Record<string, unknown>>;

/** What of a conflict is told, by what the hub says met; undefined: nothing. What cannot be read is not told. */
export function revealConflict(
  { prefix }: ConflictKeys,
  answered: Answered,
  grant: Grant,
): RevealedConflict | undefined {
  const meeting = meetingIn(own(answered, `${prefix}m`));
  const disclosure = meeting && grant.conflicts.disclosure(meeting);
  return disclosure && { disclosure, parties: [meeting.originator.agency, meeting.searcher.agency] };
}

/**
 * Whether an agency, or an object of one, may be named in a conflict: the viewer's own may; the other side where the
 * agreements say whom to call; and nobody who has no part in it.
 */
export function isNamed(
  { prefix, owner }: PartyKeys,
  answered: Answered,
  conflict: RevealedConflict | undefined,
  { recipient }: Grant,
): boolean {
  const agency = owner ?? own(answered, `${prefix}c`);
  if (agency === recipient.agency) return true;
  return conflict?.disclosure === 'CONTACT' && conflict.parties.some((party) => party === agency);
}

function meetingIn(value: unknown): Meeting | undefined {
  const [originator, searcher] = [partyIn(field(value, 'originator')), partyIn(field(value, 'searcher'))];
  const met = metIn(field(value, 'met'));
  return originator && searcher && met && { originator, searcher, met };
}

function partyIn(value: unknown): Party | undefined {
  const [agency, areas] = [field(value, 'agency'), field(value, 'areas')];
  return typeof agency === 'string' && isTexts(areas) ? { agency, areas } : undefined;
}

function metIn(value: unknown): Met | undefined {
  const [selectors, metres, hours] = [field(value, 'selectors'), field(value, 'metres'), field(value, 'hours')];
  if (Array.isArray(selectors) && selectors.every(isTexts)) {
    return { by: 'selectors', selectors: selectors as readonly (readonly SelectorKind[])[] };
  }
  return typeof metres === 'number' && typeof hours === 'number' ? { by: 'place', metres, hours } : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? own(value as Answered, name) : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
