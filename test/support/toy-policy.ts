import type { Agreement, Clause } from '../../policy/agreement.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Recipient } from '../../policy/recipient.ts';
import type { Grant } from '../../policy/grant.ts';
import { compileRuleset, type Ruleset } from '../../policy/ruleset.ts';

/** Clauses without their words. */
export type ToyClause = Omit<Clause, 'text'>;

/** An agreement between all of these agencies, in force since 2009. */
export function toyAgreement(
  agencies: readonly AgencyEntry[],
  clauses: readonly ToyClause[],
  rest: Partial<Agreement> = {},
): Agreement {
  return {
    concordat: 1,
    id: 'test',
    title: 'Test',
    signed: '2009-01-01',
    effective: '2009-01-01',
    parties: agencies.map(({ code }) => code),
    clauses: clauses.map((clause) => ({ text: 'In words.', ...clause })),
    ...rest,
  };
}

/** The ruleset of agreements, as if every party had signed. */
export function toyRuleset(agencies: readonly AgencyEntry[], ...agreements: readonly Agreement[]): Ruleset {
  const signed = agreements.map((agreement) => ({ agreement, digest: agreement.id }));
  return compileRuleset({ agreements: signed, agencies }, new Date('2026-01-01T00:00:00Z'));
}

/** The grant of an analyst of the agency, for an investigation of drug trafficking. */
export function toyGrant(
  ruleset: Ruleset,
  agency: string,
  rest: Partial<Recipient & { area: string; use: string }> = {},
): Grant {
  const { role = 'analyst', area = 'drug-trafficking', use = 'investigation' } = rest;
  return ruleset.grant({ agency, role }, { area, use });
}
