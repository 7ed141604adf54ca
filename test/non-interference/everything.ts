import { FILTER_FIELDS } from './operations/filters.ts';
import { Coverage } from './running/coverage.ts';
import { reportOf } from './running/report.ts';
import { run } from './running/run.ts';
import { startSystem, type Locks, type System } from './running/system.ts';
import { SEED, casesOf } from './seed.ts';

/** Each of the three runs of the slow tests asks so many; together they are the 10,000 that the promise speaks of. */
const CASES = casesOf(10_080) / 3;

const TOLD: Readonly<Record<Locks, string>> = {
  both: 'both locks',
  gateway: 'the gateway’s lock alone',
  agencies: 'the agencies’ lock alone',
};

const ROOTS = [
  'records',
  'cases',
  'liaisonContacts',
  'record',
  'case',
  'liaisonContact',
  'visibility',
  'agreements',
  'agreement',
  'agencies',
  'agency',
  'ruleset',
];
const REASONS = [
  'NOT_COVERED',
  'WITHHELD_BY_CLAUSE',
  'ROW_CONDITION',
  'PURPOSE_NOT_COVERED',
  'VIEWER_NOT_COVERED',
  'STAGE_NOT_REACHED',
  'NOT_IN_FORCE',
  'NOTICE_AWAITED',
];
const CHANGES = ['field', 'link', 'added', 'removed', 'order'];
const OTHERS = [
  'one’s own agency',
  'another agency',
  'masked',
  'page further on',
  'cursor of somebody else',
  'error PURPOSE_REQUIRED',
  'error BAD_CURSOR',
  'error BAD_FILTER',
];

/** Compares worlds at length, by some locks, and says what was met on the way. */
export function comparesAtLength(locks: Locks): void {
  describe(`worlds that differ in what a viewer may not see tell the viewer the same by ${TOLD[locks]}`, () => {
    const coverage = new Coverage();
    let system: System;
    beforeAll(async () => void (system = await startSystem(locks)));
    afterAll(() => system.stop());

    it.each(PARTS)('in world %i', async (part) => {
      const texts = locks !== 'gateway';
      const plan = {
        cases: CASES / PARTS.length,
        ...OF_A_WORLD,
        texts,
        worlds: `${locks} ${part}`,
        name: `slow ${locks}`,
      };
      const { finding } = await run(system, plan, coverage);
      if (finding) throw new Error(await reportOf(system, finding));
    });

    it('in cases that met everything that answers can tell', () => {
      const cpu = process.cpuUsage();
      const seconds = Math.round((cpu.user + cpu.system) / 1e6);
      process.stdout.write(`seed ${SEED}, ${TOLD[locks]}, ${seconds} s of processor time: ${coverage.toString()}\n`);
      expectMuch(coverage);
    });
  });
}

/** A world each, and a test of its own, so that none takes as long as a test may. */
const PARTS = Array.from({ length: 14 }, (_, index) => index + 1);
const OF_A_WORLD = { viewersPerWorld: 6, casesPerViewer: 40, documents: 48 };

/** A run that met little would prove little. */
function expectMuch(coverage: Coverage): void {
  expect(coverage.cases).toBeGreaterThanOrEqual(CASES);
  expect(coverage.fewest).toBeGreaterThan(15);
  expect(coverage.changes / coverage.pairs).toBeGreaterThan(50);
  expect(coverage.telling).toBeGreaterThan(0.4);
  const rare = [
    ...ROOTS.map((root) => `root ${root}`),
    ...REASONS.map((reason) => `reason ${reason}`),
    ...['FULL', 'CONTACT', 'EXISTS'].map((level) => `level ${level}`),
    ...Object.entries(FILTER_FIELDS).flatMap(([field, names]) => names.map((name) => `filter ${field}.${name}`)),
    ...CHANGES.map((change) => `change ${change}`),
    ...OTHERS,
  ].filter((met) => coverage.of(met) < CASES / 800);
  expect(rare).toEqual([]);
}
