import { createHash } from 'node:crypto';
import { contract as shippedContract, type Contract } from '../schema/contract.ts';
import { purposes as shippedPurposes, selfAndWider, type Purpose, type Purposes } from '../schema/purposes.ts';
import type { Agreement } from './agreement.ts';
import { Grant, type Recipient } from './grant.ts';
import { groupsOf, type Groups } from './groups.ts';
import { inForce, nextChange } from './lifecycle.ts';
import type { AgencyEntry } from './parties.ts';
import { rulesOf, type Rule } from './rule.ts';

/** An agreement that is valid and signed by every party, and the digest that they signed. */
export interface SignedAgreement {
  readonly agreement: Agreement;
  readonly digest: string;
}

/** What a ruleset is compiled from. */
export interface RulesetSource {
  readonly agreements: readonly SignedAgreement[];
  readonly agencies: readonly AgencyEntry[];
  readonly contract?: Contract;
  readonly purposes?: Purposes;
}

/** All agreements in force at an instant, compiled: immutable, known by its digest. */
export interface Ruleset {
  /** `sha256-…` over the digests of the agreements in force and the codes of the agencies. */
  readonly digest: string;
  readonly inForce: readonly SignedAgreement[];
  readonly groups: Groups;
  readonly rules: readonly Rule[];
  /** The instant, in milliseconds since the epoch, from which it no longer is the ruleset. Infinity: none known. */
  readonly until: number;
  /** What a viewer may see for a purpose. Memoised by what it depends on. */
  grant(recipient: Recipient, purpose: Pick<Purpose, 'area' | 'use'> | undefined): Grant;
}

const MOST_GRANTS = 5_000;

/** Compiles the agreements that are in force at an instant. Pure: the same input gives an equal ruleset. */
export function compileRuleset(source: RulesetSource, at: Date): Ruleset {
  const { agencies, contract = shippedContract, purposes = shippedPurposes } = source;
  const active = source.agreements.filter(({ agreement }) => inForce(agreement, at)).sort(byId);
  const groups = groupsOf(active.map(({ agreement }) => agreement));
  const rules = active.flatMap(({ agreement }) => rulesOf(agreement, { contract, groups }));
  const digest = digestOf(active, agencies);
  const grants = new Map<string, Grant>();
  return {
    digest,
    inForce: active,
    groups,
    rules,
    until: nextChange(
      source.agreements.map(({ agreement }) => agreement),
      at,
    ),
    grant(recipient, purpose) {
      const key = JSON.stringify([recipient.agency, recipient.role, purpose?.area, purpose?.use]);
      const known = grants.get(key);
      if (known) return known;
      if (grants.size >= MOST_GRANTS) grants.clear();
      const areas = purpose ? selfAndWider(purposes.areas, purpose.area) : [];
      const grant = new Grant({ digest, rules, agencies, contract }, recipient, purpose, areas);
      grants.set(key, grant);
      return grant;
    },
  };
}

function byId(a: SignedAgreement, b: SignedAgreement): number {
  return a.agreement.id < b.agreement.id ? -1 : 1;
}

function digestOf(active: readonly SignedAgreement[], agencies: readonly AgencyEntry[]): string {
  const lines = [
    ...active.map(({ agreement, digest }) => `${agreement.id} ${digest}`),
    ...agencies.map((a) => a.code).sort(),
  ];
  return `sha256-${createHash('sha256').update(lines.join('\n')).digest('base64url')}`;
}
