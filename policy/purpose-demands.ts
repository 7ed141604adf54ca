import { STAGES, selfAndWider, type Purpose, type Purposes, type Stage } from '../schema/purposes.ts';

/** What is wrong with a purpose whose parts are right each by itself. */
export interface PurposeProblem {
  /** A part is missing, or one is stated that says nothing yet. */
  readonly is: 'incomplete' | 'too-early';
  readonly detail: string;
}

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

/** The stage and the use of a purpose by what they ask for; undefined: it has all of that. */
export function problemOf(purpose: Purpose, { uses }: Purposes): PurposeProblem | undefined {
  const stage = purpose.stage ?? 'hit';
  const problems = DEMANDS.flatMap((demand) => problemWith(demand, stage, purpose) ?? []);
  const threat = selfAndWider(uses, purpose.use).includes('threat-to-life');
  if (problems.length > 0 || !threat || purpose.justification !== undefined) return problems[0];
  return incomplete(`the use \`${purpose.use}\` asks for \`justification\`: in your own words, why life is in danger`);
}

function problemWith(demand: Demand, stage: Stage, purpose: Purpose): PurposeProblem | undefined {
  const { part, from, meaning, idleBefore } = demand;
  const stated = purpose[part] !== undefined;
  const reached = STAGES.indexOf(stage) >= STAGES.indexOf(from);
  if (reached && !stated) return incomplete(`the stage \`${stage}\` asks for \`${part}\`: ${meaning}`);
  if (reached || !stated || !idleBefore) return undefined;
  return {
    is: 'too-early',
    detail: `\`${part}\` counts from the stage \`${from}\` on: state \`stage=${from}\` with all that it asks for, or leave \`${part}\` out`,
  };
}

function incomplete(detail: string): PurposeProblem {
  return { is: 'incomplete', detail };
}
