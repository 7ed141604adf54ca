import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Agreement, Clause } from '../../policy/agreement.ts';
import type { Parties } from '../../policy/parties.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import type { IndexRequest } from '../../subgraphs/index/request.ts';
import { cursorSeal } from '../../subgraphs/index/search/cursor.ts';
import { buildIndexSubgraph } from '../../subgraphs/index/subgraph.ts';

/** The parties of the samples. */
export const parties = parse(
  readFileSync(new URL('../../agreements/parties.yaml', import.meta.url), 'utf8'),
) as Parties;

/** Codes of all agencies. */
export const AGENCIES = parties.agencies.map(({ code }) => code);

const OTHERS = AGENCIES.filter((code) => code !== 'DEA');

/** Three agencies share in full with DEA what concerns drugs or money, the others tell that they have it. */
const agreement: Agreement = {
  concordat: 1,
  id: 'bench',
  title: 'Of the benchmark',
  signed: '2009-06-18',
  effective: '2009-06-18',
  parties: AGENCIES,
  clauses: [
    {
      id: '1',
      text: 'These share what concerns drugs or money, of adults.',
      share: {
        from: OTHERS.slice(0, 3),
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION', 'FINANCIAL_MATERIAL', 'WIRETAP_INTERCEPT'],
        categories: ['RECORD_SUMMARY', 'PERSONAL_IDENTITY'],
        where: { crimeAreas: { anyOf: ['drug-trafficking', 'money-laundering'] } },
      },
    },
    {
      id: '2',
      text: 'The others tell that they have a record.',
      share: {
        from: OTHERS.slice(3),
        to: ['DEA'],
        records: ['REPORT_OF_INVESTIGATION'],
        categories: ['RECORD_SUMMARY', 'PERSONAL_IDENTITY'],
        where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
        disclosure: 'EXISTS',
      },
    },
  ],
};

const NOW = new Date('2026-01-01T00:00:00Z');

/**
 * An analyst of DEA who asks an index; a new one for each question, as requests are.
 * @param more clauses beside those of the benchmark
 */
export async function analystOf(database: PrismaClient, more: readonly Clause[] = []): Promise<() => IndexRequest> {
  const agreements = [{ agreement: { ...agreement, clauses: [...agreement.clauses, ...more] }, digest: 'sha256-x' }];
  const ruleset = compileRuleset({ agreements, agencies: parties.agencies }, NOW);
  const subgraph = await buildIndexSubgraph(parties);
  const services = { database, cursors: cursorSeal() };
  const viewer = { agency: 'DEA', role: 'analyst', sub: 'analyst@DEA' };
  const purpose = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0001' };
  const asking = {
    caller: { viewer, purpose, ruleset: ruleset.digest },
    grant: ruleset.grant(viewer, purpose),
    now: NOW,
  };
  return () => subgraph.contextFor(asking, services).index;
}
