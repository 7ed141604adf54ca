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
    [`${HEADER}; urgency=high`, 'PURPOSE_INVALID: a purpose has the parts `area`, `use` and `case` only'],
    [`${HEADER};constructor=x`, 'PURPOSE_INVALID: a purpose has the parts `area`, `use` and `case` only'],
  ])('is refused as `%s`', (header, message) => {
    expect(refused(header)).toBe(message);
  });

  it('is refused with an area or a use that the taxonomy does not know, and told which there are', () => {
    expect(refused(HEADER.replace('drug-trafficking', 'drugs'))).toMatch(/^UNKNOWN_AREA: .*`drug-trafficking`/);
    expect(refused(HEADER.replace('investigation', 'curiosity'))).toMatch(/^UNKNOWN_USE: .*`prosecution`/);
  });

  it('is refused when header and extension differ, or the extension is no object', () => {
    expect(refused(HEADER, { ...PURPOSE, case: 'DEA-2026-0043' })).toMatch(/^PURPOSE_INVALID: .*different/);
    for (const extension of [[], 'x', 7, { area: 7 }])
      expect(refused(undefined, extension)).toMatch(/^PURPOSE_INVALID/);
  });
});
