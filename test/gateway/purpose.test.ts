import { statePurpose } from '../../gateway/purpose/state.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { purposes } from '../../schema/purposes.ts';

const PURPOSE = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' };
const HEADER = 'area=drug-trafficking; use=investigation; case=DEA-2026-0042';

function refused(header: string | undefined, extension?: unknown): string {
  try {
    statePurpose(header, extension, purposes);
  } catch (error) {
    if (error instanceof DeclaredError) return `${error.code}: ${error.message}`;
  }
  return 'accepted';
}

describe('a purpose', () => {
  it('is stated by header, by extension, or by both alike', () => {
    expect(statePurpose(HEADER, undefined, purposes)).toEqual(PURPOSE);
    expect(statePurpose(undefined, PURPOSE, purposes)).toEqual(PURPOSE);
    expect(statePurpose(HEADER, PURPOSE, purposes)).toEqual(PURPOSE);
    expect(statePurpose('case = "DEA-2026-0042" ;use=investigation;area=drug-trafficking;', null, purposes)).toEqual(
      PURPOSE,
    );
    expect(statePurpose(undefined, undefined, purposes)).toBeUndefined();
  });

  it.each([
    ['', 'PURPOSE_INVALID: the purpose lacks `area`'],
    ['area=drug-trafficking; use=investigation', 'PURPOSE_INVALID: the purpose lacks `case`'],
    ['drugs', 'PURPOSE_INVALID: the header `x-purpose` has a part that is not `name=value`'],
    [`${HEADER}; area=cybercrime`, 'PURPOSE_INVALID: the header `x-purpose` states a part twice'],
  ])('is refused as `%s`', (header, message) => {
    expect(refused(header)).toBe(message);
  });

  it('is refused with an area or a use that the taxonomy does not know, and told which there are', () => {
    expect(refused(HEADER.replace('drug-trafficking', 'drugs'))).toMatch(/^UNKNOWN_AREA: .*`drug-trafficking`/);
    expect(refused(HEADER.replace('investigation', 'curiosity'))).toMatch(/^UNKNOWN_USE: .*`prosecution`/);
    expect(refused(HEADER.replace('drug-trafficking', 'drug_traficking'))).toMatch(
      /^UNKNOWN_AREA: .*did you mean `drug-trafficking`\?/,
    );
  });

  it('is refused when header and extension differ, or the extension is no object', () => {
    expect(refused(HEADER, { ...PURPOSE, case: 'DEA-2026-0043' })).toMatch(/^PURPOSE_INVALID: .*different/);
    for (const extension of [[], 'x', 7, { area: 7 }])
      expect(refused(undefined, extension)).toMatch(/^PURPOSE_INVALID/);
  });

  it('is refused with a part that a purpose has not, and told which one is near', () => {
    expect(refused(`${HEADER}; justificaton=x`)).toMatch(
      /^PURPOSE_INVALID: the header `x-purpose` has no part `justificaton`: did you mean `justification`\?/,
    );
    expect(refused(`${HEADER}; urgency=high`)).toMatch(/no part `urgency`: one of `area`, .*`max-penalty-months`/);
    expect(refused(`${HEADER};constructor=x`)).toMatch(/^PURPOSE_INVALID/);
    expect(refused(undefined, { ...PURPOSE, ofence: {} })).toMatch(/no part `ofence`: did you mean `offence`\?/);
    expect(refused(undefined, { ...PURPOSE, offence: { code: 'x', maxPenalty: 1 } })).toMatch(
      /`extensions.purpose.offence` has no part `maxPenalty`/,
    );
    expect(refused(undefined, { ...PURPOSE, 'no name, a secret': 1 })).not.toContain('secret');
  });
});

const WHOLE = {
  ...PURPOSE,
  search: 'tp-tp',
  stage: 'follow-up',
  matches: ['ice-1', 'ice-2'],
  offence: { code: '18 USC 1591', maxPenaltyMonths: 120 },
  request: 'RFI-7',
  justification: 'He said "now"; we have an hour.',
} as const;

const WHOLE_HEADER = [
  HEADER,
  'search=tp-tp',
  'stage=follow-up',
  'matches=ice-2, ice-1,ice-2',
  'offence="18 USC 1591"',
  'max-penalty-months=120',
  'request=RFI-7',
  String.raw`justification="He said \"now\"; we have an hour."`,
].join('; ');

describe('a whole purpose', () => {
  it('is stated by header, by extension, or by both alike', () => {
    expect(statePurpose(WHOLE_HEADER, undefined, purposes)).toEqual(WHOLE);
    const unsorted = { ...WHOLE, matches: ['ice-2', ' ice-1 ', 'ice-2'] };
    expect(statePurpose(undefined, unsorted, purposes)).toEqual(WHOLE);
    expect(statePurpose(WHOLE_HEADER, unsorted, purposes)).toEqual(WHOLE);
  });

  it('is not the same where one part differs', () => {
    const others = [{ search: 'tp-ul' }, { matches: ['ice-1'] }, { offence: { code: 'x', maxPenaltyMonths: 1 } }];
    for (const other of [...others, { justification: null }]) {
      expect(refused(WHOLE_HEADER, { ...WHOLE, ...other })).toMatch(/^PURPOSE_INVALID: .*different/);
    }
  });

  it('leaves out what is null, as clients write it that send every part', () => {
    const rest = { search: null, stage: null, matches: null, offence: null, request: null, justification: null };
    expect(statePurpose(undefined, { ...PURPOSE, ...rest }, purposes)).toEqual(PURPOSE);
  });

  it('is read in letters of any script, though a header is bytes', () => {
    const sent = Buffer.from(`${HEADER}; justification=угроза жизни`, 'utf8').toString('latin1');
    expect(statePurpose(sent, undefined, purposes)).toEqual({ ...PURPOSE, justification: 'угроза жизни' });
    const latin = `${HEADER}; offence="§ 29 BtMG"; max-penalty-months=60`;
    expect(statePurpose(latin, undefined, purposes)?.offence?.code).toBe('§ 29 BtMG');
  });

  it.each([
    ['search=tptp', /^UNKNOWN_SEARCH: the `search` is not known: did you mean `tp-tp`\?/],
    ['stage=mach', /^UNKNOWN_STAGE: the `stage` is not known: did you mean `match`\? One of `hit`/],
    ['stage=match; matches=', /^PURPOSE_INVALID: `matches` lists 1 to 50 ids of objects; here are 0$/],
    ['offence=18 USC 1591', /^PURPOSE_INVALID: the offence lacks its longest sentence: `max-penalty-months`/],
    ['max-penalty-months=120', /^PURPOSE_INVALID: the purpose lacks `offence`$/],
    ['offence=x; max-penalty-months=ten', /^PURPOSE_INVALID: the offence lacks its longest sentence/],
    ['offence=x; max-penalty-months=10000', /^PURPOSE_INVALID: the offence lacks its longest sentence.* up to 9999$/],
    ['justification="an open end', /^PURPOSE_INVALID: .* quoted in part only$/],
    ['justification=half "quoted; words"', /^PURPOSE_INVALID: .* quoted in part only$/],
    ['=x', /^PURPOSE_INVALID: .* not `name=value`$/],
  ])('is refused with `%s`', (part, message) => {
    expect(refused(`${HEADER}; ${part}`)).toMatch(message);
  });

  const long = (length: number) => 'x'.repeat(length);
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`);

  it.each([
    ['a case number', { case: long(65) }, { case: long(64) }],
    ['a match', { stage: 'match', matches: [long(129)] }, { stage: 'match', matches: [long(128)] }],
    ['a list of matches', { stage: 'match', matches: ids(51) }, { stage: 'match', matches: ids(50) }],
    [
      'an offence',
      { offence: { code: long(101), maxPenaltyMonths: 1 } },
      { offence: { code: long(100), maxPenaltyMonths: 0 } },
    ],
    ['a justification', { justification: long(501) }, { justification: long(500) }],
    ['a request', { ...WHOLE, request: long(65) }, { ...WHOLE, request: long(64) }],
  ])('is refused with %s that is too long, and taken with one that is not', (_what, tooLong, longest) => {
    expect(refused(undefined, { ...PURPOSE, ...tooLong })).toMatch(/^PURPOSE_INVALID/);
    expect(refused(undefined, { ...PURPOSE, ...longest })).toBe('accepted');
  });

  it.each([
    ['case', { case: 'A\u00071' }],
    ['match', { stage: 'match', matches: ['ice\n1'] }],
    ['offence', { offence: { code: 'a\u0000b', maxPenaltyMonths: 1 } }],
    ['request', { ...WHOLE, request: 'RFI\u202e7' }],
    ['justification', { justification: 'first line\nsecond line' }],
    ['half a letter', { justification: 'x\ud800' }],
  ])('is refused with control characters: %s', (_part, stated) => {
    expect(refused(undefined, { ...PURPOSE, ...stated })).toMatch(/^PURPOSE_INVALID/);
  });

  it.each([
    ['matches', { stage: 'match', matches: 'ice-1' }],
    ['a match', { stage: 'match', matches: [7] }],
    ['offence', { offence: '18 USC 1591' }],
    ['the sentence', { offence: { code: 'x', maxPenaltyMonths: '120' } }],
    ['half a month', { offence: { code: 'x', maxPenaltyMonths: 1.5 } }],
    ['less than no month', { offence: { code: 'x', maxPenaltyMonths: -1 } }],
    ['stage', { stage: 2 }],
    ['search', { search: ['tp-tp'] }],
    ['justification', { justification: true }],
  ])('is refused with another type of %s', (_part, stated) => {
    expect(refused(undefined, { ...PURPOSE, ...stated })).toMatch(/^PURPOSE_INVALID/);
  });
});

describe('a stage', () => {
  const { matches, offence, request } = WHOLE;

  it.each([
    ['hit', {}],
    ['match', { matches }],
    ['core-data', { matches, offence }],
    ['follow-up', { matches, offence, request }],
  ])('`%s` is stated with what it asks for, and with nothing less', (stage, asked) => {
    expect(statePurpose(undefined, { ...PURPOSE, stage, ...asked }, purposes)).toEqual({ ...PURPOSE, stage, ...asked });
    for (const part of Object.keys(asked)) {
      expect(refused(undefined, { ...PURPOSE, stage, ...asked, [part]: null })).toMatch(
        new RegExp(`^PURPOSE_INCOMPLETE: the stage \`${stage}\` asks for \`${part}\`: the `),
      );
    }
  });

  it('does not take evidence of a later one, and tells where it belongs', () => {
    const early = '`matches` counts from the stage `match` on: state `stage=match` with all that it asks for, or leave';
    for (const stage of [null, 'hit']) {
      expect(refused(undefined, { ...PURPOSE, stage, matches })).toContain(`PURPOSE_STAGE_MISMATCH: ${early}`);
    }
  });

  it('takes an offence and a request at any time: clauses ask for a sentence, or a release, without a stage', () => {
    expect(refused(undefined, { ...PURPOSE, request })).toBe('accepted');
    expect(refused(undefined, { ...PURPOSE, stage: 'core-data', matches, offence, request })).toBe('accepted');
    expect(refused(undefined, { ...PURPOSE, offence })).toBe('accepted');
    expect(refused(undefined, { ...PURPOSE, stage: 'match', matches, offence })).toBe('accepted');
  });
});

describe('a threat to life', () => {
  const uses = new Map(purposes.uses).set('abduction', {
    code: 'abduction',
    name: 'Abduction',
    under: 'threat-to-life',
  });

  it.each(['threat-to-life', 'abduction'])('is claimed by the use `%s` with a justification', (use) => {
    const state = (rest: object) => statePurpose(undefined, { ...PURPOSE, use, ...rest }, { ...purposes, uses });
    expect(() => state({})).toThrow(`the use \`${use}\` asks for \`justification\``);
    expect(state({ justification: 'A hostage.' })).toMatchObject({ use, justification: 'A hostage.' });
  });

  it('is not claimed by the wider use', () => {
    expect(refused(HEADER.replace('investigation', 'public-security-threat'))).toBe('accepted');
    expect(refused(HEADER.replace('investigation', 'threat-to-life'))).toMatch(/^PURPOSE_INCOMPLETE/);
  });
});
