import { statePurpose } from '../../../gateway/purpose/state.ts';
import { draftOf, purposeOf, type Draft } from '../../../gateway/playground/pages/shared/purpose/draft.ts';
import { problemsOf } from '../../../gateway/playground/pages/shared/purpose/problems.ts';
import { purposes } from '../../../schema/purposes.ts';

const uses = [...purposes.uses.values()];
const RIGHT: Draft = { ...draftOf(undefined), area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' };
const OFFENCE = { offence: '18 USC 1591', months: '120' };

/** What a visitor fills in beyond a right purpose, and the parts that the form points at. */
const FILLED: readonly (readonly [filled: Partial<Draft>, wrong: readonly string[]])[] = [
  [{}, []],
  [{ area: '' }, ['area']],
  [{ use: '' }, ['use']],
  [{ case: ' ' }, ['case']],
  [{ case: 'x'.repeat(65) }, ['case']],
  [{ case: 'DEA;1' }, ['case']],
  [{ search: 'tp-tp' }, []],
  [{ stage: 'match' }, ['matches']],
  [{ stage: 'match', matches: 'a, b\nb' }, []],
  [{ stage: 'match', matches: Array.from({ length: 51 }, (_, at) => `id-${at}`).join(' ') }, ['matches']],
  [{ stage: 'core-data', matches: 'a' }, ['offence', 'months']],
  [{ stage: 'core-data', matches: 'a', ...OFFENCE }, []],
  [{ ...OFFENCE }, []],
  [{ offence: '18 USC 1591' }, ['months']],
  [{ ...OFFENCE, months: '10000' }, ['months']],
  [{ stage: 'follow-up', matches: 'a', ...OFFENCE }, ['request']],
  [{ stage: 'follow-up', matches: 'a', ...OFFENCE, request: 'RFI-7' }, []],
  [{ use: 'threat-to-life' }, ['justification']],
  [{ use: 'threat-to-life', justification: 'A witness is in danger.' }, []],
];

describe('the form for a purpose', () => {
  it.each(FILLED)('with %j points at %j, and the gateway refuses exactly what it points at', (filled, wrong) => {
    const draft = { ...RIGHT, ...filled };
    expect(Object.keys(problemsOf(draft, uses))).toEqual(wrong);
    const state = () => statePurpose(undefined, purposeOf(draft, uses), purposes);
    if (wrong.length > 0) expect(state).toThrow();
    else expect(state()).toEqual(purposeOf(draft, uses));
  });

  it('leaves out what the stage does not ask for: the gateway refuses matches that say nothing yet', () => {
    expect(purposeOf({ ...RIGHT, matches: 'a', request: 'RFI-7', justification: 'because' }, uses)).toEqual({
      area: 'drug-trafficking',
      use: 'investigation',
      case: 'DEA-2026-0042',
    });
  });

  it('shows a purpose that was stated as it was filled in', () => {
    const draft = { ...RIGHT, stage: 'core-data', matches: 'a\nb', ...OFFENCE };
    expect(draftOf(purposeOf(draft, uses))).toEqual(draft);
  });
});
