import type { Recipient } from '../../../policy/recipient.ts';
import type { GrantPurpose } from '../../../policy/obstacle.ts';
import type { SignedNotice } from '../../../policy/notice.ts';
import type { Ruleset } from '../../../policy/ruleset.ts';
import { STAGES } from '../../../schema/purposes.ts';
import type { SignedFolder } from './folder.ts';
import type { Asked, Situation } from './matrix.ts';

/** Who asks, by the word of a situation. */
export const VIEWERS: Readonly<Record<string, Omit<Recipient, 'agency'>>> = {
  'contact point': { role: 'liaison-officer', contactPoint: true },
  'trained contact point': { role: 'examiner', contactPoint: true, trainings: ['fingerprint-examiner', 'privacy'] },
  'trained analyst': { role: 'analyst', trainings: ['privacy'], clearance: 'top-secret' },
  analyst: { role: 'analyst' },
  examiner: { role: 'examiner', trainings: ['fingerprint-examiner'] },
  prosecutor: { role: 'prosecutor' },
};

/** The question that a situation puts: `asks` says `US-CJIS asks AT-BK`, every other word what it is called. */
export function ask(situation: Situation): Asked {
  const [agency = '', originator = ''] = (situation['asks'] ?? '').split(' asks ');
  const viewer = VIEWERS[situation['viewer'] ?? ''];
  if (!viewer) throw new Error(`there is no viewer ${situation['viewer']}`);
  return { originator, recipient: { agency, ...viewer }, purpose: purposeOf(situation) };
}

/**
 * What a stage asks for is stated from that stage on; an offence, unless there is none, at any; a request for which a
 * person decides, from core data on.
 */
function purposeOf({ area, use, search, stage, months = '60', matched = 'R1', request = 'RFI-1' }: Situation) {
  const reached = STAGES.findIndex((known) => known === stage);
  const purpose: GrantPurpose = {
    area: area ?? 'drug-trafficking',
    use: use ?? 'investigation',
    stage: STAGES[reached] ?? 'hit',
    ...(search === undefined || search === 'none' ? {} : { search }),
    ...(reached >= STAGES.indexOf('match') ? { matches: [matched] } : {}),
    ...(months === 'none' ? {} : { offence: { code: '§ 12', maxPenaltyMonths: Number(months) } }),
    ...(reached >= STAGES.indexOf('core-data') && request !== 'none' ? { request } : {}),
  };
  return purpose;
}

/** The ruleset of a situation, by what its `notices` stand for. Each is compiled once. */
export function rulesetsUnder(
  { rulesetUnder }: SignedFolder,
  notices: Readonly<Record<string, readonly SignedNotice[]>>,
): (situation: Situation) => Ruleset {
  const compiled = new Map(Object.entries(notices).map(([word, given]) => [word, rulesetUnder(given)]));
  return ({ notices: word = 'nothing' }) => {
    const ruleset = compiled.get(word);
    if (!ruleset) throw new Error(`no notices are called ${word}`);
    return ruleset;
  };
}
