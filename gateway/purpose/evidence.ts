import { STAGES, selfAndWider, type Purpose, type Purposes, type Stage } from '../../schema/purposes.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** What a stage asks for, and every later one. */
interface Demand {
  readonly part: 'matches' | 'offence' | 'request';
  readonly from: Stage;
  readonly meaning: string;
  /** Whether the part says nothing at an earlier stage. Others do: clauses ask for a sentence, or for a release, at any stage. */
  readonly idleBefore: boolean;
}

const DEMANDS: readonly Demand[] = [
  {
    part: 'matches',
    from: 'match',
    meaning: 'the ids of the objects whose match your staff has confirmed',
    idleBefore: true,
  },
  {
    part: 'offence',
    from: 'core-data',
    meaning: 'the offence under investigation with its longest sentence',
    idleBefore: false,
  },
  {
    part: 'request',
    from: 'follow-up',
    meaning: 'the number of the request that the originator has released',
    idleBefore: false,
  },
];

/**
 * The stage and the use by what they ask for.
 * @throws DeclaredError PURPOSE_INCOMPLETE, PURPOSE_STAGE_MISMATCH
 */
export function checkEvidence(purpose: Purpose, { uses }: Purposes): void {
  const stage = purpose.stage ?? 'hit';
  for (const demand of DEMANDS) checkDemand(demand, stage, purpose);
  const threat = selfAndWider(uses, purpose.use).includes('threat-to-life');
  if (!threat || purpose.justification !== undefined) return;
  refuse(
    GATEWAY_ERRORS.PURPOSE_INCOMPLETE,
    `the use \`${purpose.use}\` asks for \`justification\`: in your own words, why life is in danger`,
  );
}

function checkDemand({ part, from, meaning, idleBefore }: Demand, stage: Stage, purpose: Purpose): void {
  const stated = purpose[part] !== undefined;
  const reached = STAGES.indexOf(stage) >= STAGES.indexOf(from);
  if (reached && !stated) {
    refuse(GATEWAY_ERRORS.PURPOSE_INCOMPLETE, `the stage \`${stage}\` asks for \`${part}\`: ${meaning}`);
  }
  if (!reached && stated && idleBefore) {
    refuse(
      GATEWAY_ERRORS.PURPOSE_STAGE_MISMATCH,
      `\`${part}\` counts from the stage \`${from}\` on: state \`stage=${from}\` with all that it asks for, or leave \`${part}\` out`,
    );
  }
}
