import { mistakes } from './mistakes/mistakes.ts';
import { tamperedWith, type Making } from './mistakes/tampered.ts';
import { run } from './running/run.ts';
import { startSystem, type Locks, type System } from './running/system.ts';

const MOST_CASES = 480;
const OF_A_WORLD = { viewersPerWorld: 2, casesPerViewer: 20, documents: 30, name: 'mistakes', mistaken: true };

/** A test that cannot fail says nothing: this one fails for every rule that is broken. */
describe.each<Exclude<Locks, 'both'>>(['gateway', 'agencies'])(
  'by the lock of %s alone, what differs is found when',
  (locks) => {
    const making: Making = { mistake: undefined };
    let system: System;
    beforeAll(async () => void (system = await startSystem(locks, tamperedWith(making, locks))));
    afterAll(() => system.stop());

    const held = () => system.loader.held();
    it.each(mistakes(held).filter((mistake) => mistake.locks === locks))('$what', async (mistake) => {
      making.mistake = mistake;
      const { finding, coverage } = await run(system, {
        ...OF_A_WORLD,
        cases: MOST_CASES,
      });
      process.stdout.write(`${mistake.what}: ${finding ? `found in case ${finding.at}` : 'not found'}\n`);
      if (!finding) throw new Error(`not found in ${coverage.cases} cases`);
      expect(finding.at).toBeLessThanOrEqual(MOST_CASES);
    });
  },
);
