import fc from 'fast-check';
import type { Agreement } from '../../../policy/agreement.ts';
import type { Notice } from '../../../policy/notice.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import { present } from './chances.ts';
import { accessions, charter, others } from './documents.ts';
import { noticeOn } from './notices.ts';
import { AT, CODES, GROUP } from './words.ts';

/** Everything that two readers of the same documents are given. */
export interface World {
  readonly agreements: readonly Agreement[];
  readonly notices: readonly Notice[];
  readonly at: Date;
}

/** The agencies of every world; one is abroad. */
export const AGENCIES: readonly AgencyEntry[] = CODES.map((code) => ({
  ...agencyEntry(code),
  country: code === 'ICRF' ? 'RU' : 'US',
}));

/** Documents in which agencies, groups, dates and notices meet. */
export const worlds: fc.Arbitrary<World> = fc
  .tuple(charter, accessions, others, fc.nat(3))
  .map(([group, joining, rest, left]) => [group, joining, ...rest.slice(0, left)])
  .chain((agreements) =>
    fc.record({
      agreements: fc.constant(agreements),
      notices: fc
        .array(noticeOn(agreements.filter(({ parties: of }) => of.some((code) => code !== GROUP))), {
          maxLength: 4,
          size: 'max',
        })
        .map((all) => all.map((notice, index) => ({ ...present(notice), notice: `n${index}` }))),
      at: fc.constantFrom(...AT).map((instant) => new Date(instant)),
    }),
  );
