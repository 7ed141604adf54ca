import type { Contract } from '../../../schema/contract.ts';
import type { ViewerTerms } from '../../../schema/viewers.ts';
import type { Agreement } from '../../agreement.ts';
import type { Consent, Notice, Release } from '../../notice.ts';
import type { AgencyEntry } from '../../parties.ts';
import { labelTypes, type LabelTypes } from './labels.ts';
import type { Way } from './members.ts';
import type { Pair } from './reach.ts';
import { hasEffect, type Documents } from './standing.ts';
import type { Between } from './where.ts';

/** What is exported, and the words that it is written in. */
export interface CedarSource extends Documents {
  readonly agencies: readonly AgencyEntry[];
  readonly contract: Contract;
  readonly viewers: ViewerTerms;
  /** Ids of those whose clauses are exported; the others say who belongs to groups. Absent: all. */
  readonly chosen?: ReadonlySet<string>;
}

/** What every clause is written with. */
export interface Exported {
  readonly labels: LabelTypes;
  readonly viewers: ViewerTerms;
  readonly consents: readonly Consent[];
  readonly releases: readonly Release[];
  /** A pair of agencies, as a condition sees it. */
  readonly between: (pair: Pair, way: Way, agreement: Agreement) => Between;
}

export function exportedFrom(source: CedarSource): Exported {
  const labels = labelTypes(source.contract);
  const countries = new Map(source.agencies.map(({ code, country }) => [code, country]));
  const standing = source.notices.filter((notice) => hasEffect(notice, 0, source));
  return {
    labels,
    viewers: source.viewers,
    consents: standing.filter((notice): notice is Notice & Consent => notice.kind === 'consent'),
    releases: standing.filter((notice): notice is Notice & Release => notice.kind === 'release'),
    between: ({ originator, recipient }, { joined }, { effective }) => ({
      labels,
      nationals: { originator: countries.get(originator), recipient: countries.get(recipient) },
      accession: joined ?? effective,
    }),
  };
}
