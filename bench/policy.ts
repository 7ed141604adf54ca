import { join } from 'node:path';
import type { Agreement } from '../policy/agreement.ts';
import type { Row } from '../policy/condition/evaluate.ts';
import type { Ruleset, RulesetSource } from '../policy/ruleset.ts';
import { contract } from '../schema/contract.ts';
import { measure, measureMemory, type BenchmarkOptions, type Measured } from './measure.ts';
import { engineOf, type Engine } from './policy/engine.ts';
import { AGENCIES, agreementsOf } from './policy/world.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const COORDINATES = [...contract.governed.keys()];
const PURPOSE = { area: 'drug-trafficking', use: 'investigation', stage: 'match', matches: ['record-1'] } as const;
const DECISIONS = 200_000;

/** Numbers of agreements, of clauses in each, and of runs. */
const SIZES = [
  { count: 10, clauses: 10, runs: 15 },
  { count: 100, clauses: 10, runs: 15 },
  { count: 1_000, clauses: 10, runs: 9 },
  { count: 1_000, clauses: 50, runs: 7 },
  { count: 10_000, clauses: 10, runs: 5 },
];

/** What compiling agreements, and deciding for one viewer, costs against their number. */
export async function* benchmark({ against }: BenchmarkOptions): AsyncGenerator<Measured> {
  const engine = await engineOf(join(import.meta.dirname, '..'));
  const other = against === undefined ? undefined : await engineOf(against);
  for (const size of SIZES) yield* measureSize(size, engine, other);
}

function* measureSize(size: (typeof SIZES)[number], engine: Engine, other: Engine | undefined): Generator<Measured> {
  const { count, clauses, runs } = size;
  const name = `${count} agreements of ${clauses} clauses`;
  const source = sourceOf(agreementsOf(count, clauses));
  const inTurn = (what: string, ready: (engine: Engine) => () => unknown, times?: number) => {
    const sides = { ready: () => ready(engine), other: other && (() => ready(other)) };
    return measure({ what: `${name}: ${what}`, runs, ...sides, ...(times !== undefined && { times }) });
  };
  const compile = ({ compileRuleset }: Engine) => compileRuleset(source, NOW);
  const rulesets = new Map([engine, ...(other ? [other] : [])].map((one) => [one, compile(one)]));
  yield inTurn('compile', (one) => () => compile(one));
  yield inTurn('compile after one changed', ({ compileRuleset }) => {
    const changed = sourceOf(changeOne(source));
    return () => compileRuleset(changed, NOW);
  });
  yield inTurn('first viewer, every field of all agencies', (one) => {
    const ruleset = compile(one);
    return () => decideAll(ruleset, 'analyst');
  });
  let turn = 0;
  yield inTurn(
    'next viewer, every field of all agencies',
    (one) => () => decideAll(rulesets.get(one)!, `role-${turn++}`),
  );
  yield inTurn('one decision on a row', (one) => decisions(one, rulesets.get(one)!), DECISIONS);
  yield measureMemory(`${name}: memory per clause, compiled`, 3, count * clauses, () => compile(engine));
  yield measureMemory(`${name}: memory per clause, after one viewer`, 3, count * clauses, () => {
    const ruleset = compile(engine);
    decideAll(ruleset, 'analyst');
    return ruleset;
  });
}

function sourceOf(agreements: readonly Agreement[]): RulesetSource {
  return { agreements: agreements.map((agreement) => ({ agreement, digest: agreement.id })), agencies: AGENCIES };
}

/** The same documents but for the last, which has lost a clause. */
function changeOne({ agreements }: RulesetSource): readonly Agreement[] {
  const documents = agreements.map(({ agreement }) => agreement);
  const last = documents.at(-1)!;
  return documents.with(-1, { ...last, clauses: last.clauses.slice(0, -1) });
}

function decideAll(ruleset: Ruleset, role: string): void {
  const grant = ruleset.grant({ agency: 'A0', role }, PURPOSE);
  for (const { code } of AGENCIES) for (const coordinate of COORDINATES) grant.cell(code, coordinate);
}

/** Decisions about rows whose cells are known, as when an answer is read. */
function decisions({ treatmentOn }: Engine, ruleset: Ruleset): () => number {
  const grant = ruleset.grant({ agency: 'A0', role: 'analyst', trainings: ['privacy'] }, PURPOSE);
  const asked = AGENCIES.slice(1).flatMap(({ code }) =>
    COORDINATES.flatMap((coordinate) => {
      const row = ROWS.get(coordinate.slice(0, coordinate.indexOf('.')));
      return row ? [{ code, coordinate, row }] : [];
    }),
  );
  return () => {
    let shown = 0;
    for (let decided = 0; decided < DECISIONS; decided++) {
      const { code, coordinate, row } = asked[decided % asked.length]!;
      if (treatmentOn(grant.cell(code, coordinate), row)) shown++;
    }
    return shown;
  };
}

const RECORD: Row = {
  type: 'Record',
  labels: {
    reference: 'record-1',
    kind: 'REPORT_OF_INVESTIGATION',
    crimeAreas: ['drug-trafficking', 'money-laundering'],
    program: 'OCDETF',
    recordedOn: '2019-05-05',
    releasableTo: [],
    notReleasableTo: [],
    originatorConsent: false,
    notAsEvidence: false,
    obtainedFrom: null,
  },
};
const PERSON: Row = {
  type: 'Person',
  labels: { reference: 'person-1', dataSubjectCategory: 'SUSPECT', minor: false, nationalities: ['US'] },
  enclosing: RECORD,
};
const ROWS = new Map([
  ['Record', RECORD],
  ['Person', PERSON],
]);
