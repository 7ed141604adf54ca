import type { EntityType } from '../../schema/contract.ts';
import { purposes, type Purpose } from '../../schema/purposes.ts';
import type { Need } from '../cell.ts';
import { agreementOf } from '../clause-id.ts';
import { isEvidence, type Consents } from '../consents.ts';
import type { Rule } from '../rule.ts';
import { namedFor, needsOf } from '../speaking.ts';
import type { Gap } from './gaps.ts';

/** Of whom, for what, and what has been named so far. */
export interface Waiting {
  readonly originator: string;
  readonly family: EntityType;
  readonly purpose: Purpose;
  readonly consents: Consents;
}

/** What a clause waits for, for this use. */
export function waitsOf(rule: Rule, { purpose: { use } }: Pick<Waiting, 'purpose'>): readonly Need[] {
  return needsOf(rule, isEvidence(use, purposes));
}

/** Of what a clause waits for, what nothing has been named by: until then it speaks of no object. */
export function awaitedBy(rule: Rule, waiting: Waiting): readonly Need[] {
  const { family, purpose, consents } = waiting;
  const named = namedFor(rule, purpose, consents);
  return waitsOf(rule, waiting).filter((wait) => family === 'LiaisonContact' || named[wait].length === 0);
}

/** The same as what is missing, and what would mend it. */
export function waitingGaps(rule: Rule, waiting: Waiting): readonly Gap[] {
  const awaited = awaitedBy(rule, waiting);
  if (awaited.length > 0 && waiting.family === 'LiaisonContact') return [NO_CONTACT];
  return awaited.flatMap((wait) => GAPS[wait](agreementOf(rule.id), waiting));
}

const NO_CONTACT: Gap = {
  only: 'only for single objects that are named, and nothing names a contact',
  change: 'the clause waits for no match, release or consent',
};

const GAPS: Readonly<Record<Need, (agreement: string, waiting: Waiting) => readonly Gap[]>> = {
  match: () => [
    {
      only: "only for what the viewer's staff has matched",
      change: "state the `match` of the object, which the viewer's staff has confirmed",
    },
  ],
  release: (agreement, { originator, purpose: { request } }) => [
    ...(request === undefined
      ? [{ only: 'only for a request that the purpose states', change: 'state the `request`' }]
      : []),
    {
      only: `only for what ${originator} has released for the request`,
      change: `a release of the object by ${originator} for the request that the purpose states: \`concordat release ${agreement} --party ${originator} …\``,
    },
  ],
  consent: (agreement, { originator, purpose: { use } }) => {
    const [as, option] = isEvidence(use, purposes) ? [' as evidence', ' --use evidence'] : ['', ''];
    return [
      {
        only: `only for what ${originator} consents to${as}`,
        change: `${originator}'s consent to the object${as}: \`concordat consent ${agreement} --party ${originator}${option} …\``,
      },
    ];
  },
};
