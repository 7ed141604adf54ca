import { keptAgreements } from '../../start/kept-agreements.ts';

const ABSENT = { absent: ['pair'], outdated: [] };

/** Parties of one process, a log, and a moment that a test lets pass. */
function process() {
  const lines: unknown[] = [];
  let due = () => {};
  const kept = keptAgreements({ warn: (line: unknown) => void lines.push(line) }, (call) => (due = call));
  return { kept, lines, aMomentLater: () => due() };
}

describe('agreements that no longer arrive', () => {
  it('are told once by all parties that find the same, whenever they do', () => {
    const { kept, lines, aMomentLater } = process();
    for (const party of ['registry', 'DEA', 'gateway']) kept.found(party, ABSENT);
    expect(lines).toEqual([]);
    aMomentLater();
    kept.found('ICE', ABSENT);
    kept.found('DEA', ABSENT);
    aMomentLater();
    expect(lines).toEqual([{ parties: ['registry', 'DEA', 'gateway'], ...ABSENT }]);
  });

  it('are told apart where parties find different ones', () => {
    const { kept, lines, aMomentLater } = process();
    kept.found('DEA', ABSENT);
    kept.found('ICE', { absent: [], outdated: ['pair'] });
    aMomentLater();
    expect(lines).toEqual([
      { parties: ['DEA'], ...ABSENT },
      { parties: ['ICE'], absent: [], outdated: ['pair'] },
    ]);
  });

  it('are told again when they had all come back', () => {
    const { kept, lines, aMomentLater } = process();
    for (const found of [ABSENT, undefined, ABSENT]) {
      for (const party of ['DEA', 'ICE']) kept.found(party, found);
      aMomentLater();
    }
    expect(lines).toHaveLength(2);
  });

  it('are told even if they come back at once, or the process ends', () => {
    const { kept, lines } = process();
    kept.found('DEA', ABSENT);
    kept.found('DEA', undefined);
    kept.settle();
    kept.settle();
    expect(lines).toEqual([{ parties: ['DEA'], ...ABSENT }]);
  });
});
