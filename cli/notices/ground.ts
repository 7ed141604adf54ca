import type { OpenedBundle } from '../../policy/bundle.ts';
import { didYouMean, suggest } from '../../policy/document/suggest.ts';
import { expand } from '../../policy/groups.ts';
import type { SignedAgreement } from '../../policy/lifecycle.ts';
import type { SignedNotice } from '../../policy/notice.ts';
import { compileRuleset, type Ruleset } from '../../policy/ruleset.ts';
import type { PartyKeys } from '../../policy/signature/keys.ts';
import { openFolder } from '../opened.ts';
import { defaultAgreements } from '../places.ts';
import { UsageError } from '../usage.ts';
import type { NoticeOptions } from './options.ts';

/** What a notice is given upon: the agreement that it speaks of, among all that their parties signed. */
export interface Ground {
  readonly opened: OpenedBundle;
  readonly keys: PartyKeys;
  readonly signed: SignedAgreement;
  readonly party: string;
  /** When the notice is given. */
  readonly now: Date;
}

/** Opens the folders, and finds the agreement and the party. @throws UsageError when one is not known */
export async function readGround(id: string, options: NoticeOptions): Promise<Ground> {
  const { opened, keys } = await openFolder(options.agreements ?? defaultAgreements(), options);
  const signed = findSigned(id, opened);
  requireKnown(options.party, opened);
  return { opened, keys, signed, party: options.party, now: new Date() };
}

/** The ruleset at an instant, with these notices in the place of those that are there. */
export function rulesetOn({ opened }: Ground, at: Date, notices: readonly SignedNotice[] = opened.notices): Ruleset {
  return compileRuleset({ agreements: opened.agreements, notices, agencies: opened.parties.agencies }, at);
}

/** @throws UsageError unless the party signed the agreement, belongs to a group that did, or is one that it founds */
export function requirePart(ground: Ground): void {
  const { signed, party, now } = ground;
  const { id, parties, groups = {} } = signed.agreement;
  if (parties.includes(party) || Object.hasOwn(groups, party)) return;
  if (expand(parties, rulesetOn(ground, now).groups).has(party)) return;
  throw new UsageError(`\`${party}\` takes no part in \`${id}\`, an agreement of ${parties.join(', ')}`);
}

/** @throws UsageError when a code is neither an agency's nor a group's */
export function requireKnown(code: string, opened: OpenedBundle): void {
  const groups = opened.agreements.flatMap(({ agreement }) => Object.keys(agreement.groups ?? {}));
  const known = [...opened.parties.agencies.map((agency) => agency.code), ...groups];
  if (!known.includes(code)) throw new UsageError(withHint(`there is no party \`${code}\``, suggest(code, known)));
}

/** What is wrong, and what may have been meant. */
export function withHint(message: string, hint: string | undefined): string {
  return hint ? `${message} (${hint})` : message;
}

function findSigned(id: string, { agreements, reports }: OpenedBundle): SignedAgreement {
  const signed = agreements.find(({ agreement }) => agreement.id === id);
  if (signed) return signed;
  const report = reports.find((candidate) => candidate.id === id || candidate.path === `${id}.yaml`);
  if (!report) {
    const ids = reports.flatMap((candidate) => candidate.id ?? []);
    throw new UsageError(withHint(`there is no agreement \`${id}\``, didYouMean(id, ids)));
  }
  if (report.status === 'broken') throw new UsageError(`\`${id}\` has mistakes: \`concordat check\` tells them`);
  const parties = [...(report.verification?.parties ?? [])].filter(([, { status }]) => status !== 'signed');
  const lacking = parties.map(([party, state]) => `${party}: ${state.status === 'wrong' ? state.why : 'missing'}`);
  throw new UsageError(`\`${id}\` is not signed by every party, and discloses nothing (${lacking.join('; ')})`);
}
