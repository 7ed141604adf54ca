import fc from 'fast-check';
import type { Agreement } from '../../../policy/agreement.ts';
import type { Notice } from '../../../policy/notice.ts';
import { often, some, sometimes } from './chances.ts';
import { CODES, FILES, GROUP, REFERENCES, USES } from './words.ts';

const instants = fc.constantFrom('2025-12-30T00:00:00Z', '2025-12-31T12:00:00Z', '2026-01-01T00:00:00Z');

/** A notice of a party of one of the agreements. */
export function noticeOn(agreements: readonly Agreement[]): fc.Arbitrary<Notice> {
  return fc.constantFrom(...agreements).chain((on) => {
    const given = fc.constantFrom('2025-11-01T00:00:00Z', '2025-12-15T00:00:00Z', '2025-12-15T00:00:00.500Z');
    const declared = {
      concordat: fc.constant(1 as const),
      notice: fc.constant('n'),
      party: fc.constantFrom(...on.parties.filter((code) => code !== GROUP)),
      agreement: fc.constant(on.id),
      digest: fc.constant(on.id),
      given,
      from: instants,
      until: sometimes(fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z')),
    };
    const to = fc.oneof(fc.constant([...CODES]), some(CODES));
    const references = fc.oneof(fc.constant([...REFERENCES]), some(REFERENCES));
    const files = some(FILES);
    return fc.oneof(
      fc.record({ ...declared, kind: fc.constant('suspend'), clauses: sometimes(some(['0', '1'])) }),
      fc.record({ ...declared, kind: fc.constant('resume') }),
      fc.record({ ...declared, kind: fc.constant('terminate') }),
      fc.record({ ...declared, kind: fc.constant('consent'), to, references: files, uses: often(some(USES)) }),
      fc.record({ ...declared, kind: fc.constant('consent'), to, references: files, uses: often(some(USES)) }),
      fc.record({ ...declared, kind: fc.constant('release'), to, references, request: fc.constantFrom('Q1', 'Q2') }),
      fc.record({ ...declared, kind: fc.constant('release'), to, references, request: fc.constantFrom('Q1', 'Q2') }),
    ) as fc.Arbitrary<unknown> as fc.Arbitrary<Notice>;
  });
}
