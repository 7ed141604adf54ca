import { switchable } from '../support/scenario/stages.ts';
import { reportOf } from './running/report.ts';
import { run } from './running/run.ts';
import { startSystem, type System } from './running/system.ts';
import { SEED } from './seed.ts';

/** What a failure of these tests says: enough to see the leak, and to bring it about again. */
describe('a difference that is found', () => {
  let system: System;
  beforeAll(async () => void (system = await startSystem('gateway', { stages: switchable({ on: false }) })));
  afterAll(() => system.stop());

  it('is reported by its seed, its viewer, the least operation and the first change that shows', async () => {
    const plan = { cases: 120, viewersPerWorld: 3, casesPerViewer: 20, documents: 20, name: 'report', mistaken: true };
    const { finding } = await run(system, plan);
    if (!finding?.asked) throw new Error('nothing was found, with neither lock on');
    const report = await reportOf(system, finding);
    const { world, viewer, twin, asked, at } = finding;
    const change = twin.changes.find(({ change: { what } }) => report.includes(what));
    expect(report).toContain(`seed ${SEED}, world ${world.key}, case ${at}\nviewer: ${JSON.stringify(viewer)}`);
    expect(report).toContain(`of ${twin.changes.length} changes the first that shows: ${change?.agency} `);
    expect(change?.agency).not.toBe(viewer.agency);
    const operation = /^operation: (query[^]*|\{[^]*)\nvariables: /m.exec(report)![1]!;
    expect(fieldsIn(operation)).toBeLessThanOrEqual(fieldsIn(asked.operation.document.text));
    expect(operation.split('\n').length).toBeLessThan(30);
    const [here, there] = ['here', 'there'].map((world) => new RegExp(`^ +${world}: +(.*)`, 'ms').exec(report)![1]);
    expect(here).not.toBe(there);
    expect(report).not.toContain('content-length');
  });
});

const fieldsIn = (text: string): number => text.match(/\w+/g)!.length;
