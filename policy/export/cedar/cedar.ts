import type { Purposes } from '../../../schema/purposes.ts';
import { standingEntities, type Entity } from './entities.ts';
import { exportedFrom, type CedarSource } from './exported.ts';
import { any, not, type Expression } from './expression.ts';
import { marks } from './marks.ts';
import { membersEver, membersNow } from './members.ts';
import type { NotCarried } from '../not-carried.ts';
import { notCarriedToCedar } from './not-carried.ts';
import { applies, named, printPolicy, type Policy } from './policy.ts';
import { cedarSchema } from './schema.ts';
import { sharePolicies } from './share-policies.ts';
import { sharingClauses, withholdingClauses, type StandingClause } from './standing.ts';
import { withholdPolicies } from './withhold-policies.ts';

/** Agreements as Cedar policies. */
export interface CedarExport {
  /** The text of each policy by its id. */
  readonly policies: ReadonlyMap<string, string>;
  readonly schema: string;
  readonly entities: readonly Entity[];
  readonly notCarried: readonly NotCarried[];
}

/**
 * Writes agreements, as they stand at an instant, as a Cedar policy set with its schema. It is written from the documents
 * and shares no code with what decides here, so that the two can be held against each other.
 */
export function toCedar(source: CedarSource, purposes: Purposes): CedarExport {
  const policies = [...named(policiesOf(source))];
  return {
    policies: new Map(policies.map(([id, policy]) => [id, printPolicy(id, policy)])),
    schema: cedarSchema(source.contract),
    entities: standingEntities(source.contract, purposes),
    notCarried: notCarriedToCedar(source.agreements.filter(({ id }) => source.chosen?.has(id) ?? true)),
  };
}

function policiesOf(source: CedarSource): readonly Policy[] {
  const exported = exportedFrom(source);
  const now = membersNow(source);
  const ever = membersEver(source);
  const chosen = ({ agreement }: StandingClause) => source.chosen?.has(agreement.id) ?? true;
  const sharing = sharingClauses(source).filter(chosen);
  const withholding = withholdingClauses(source).filter(chosen);
  const shares = sharing.flatMap((clause) => sharePolicies(clause, now, exported));
  const released = any(shares.filter(({ overrides }) => overrides).map(applies));
  const withholds = withholding.flatMap((clause) => withholdPolicies(clause, ever, exported, released));
  return [OWN, ...shares, ...withholds, ...markPolicies(source, released)];
}

const OWN: Policy = {
  id: 'own',
  text: "The originator's own viewers see everything.",
  effect: 'permit',
  when: ['principal.agency == resource.originator'],
};

function markPolicies(source: CedarSource, released: Expression): readonly Policy[] {
  return marks(exportedFrom(source).consents).map(({ id, text, closes, yields }) => ({
    id,
    text,
    effect: 'forbid',
    when: [not('principal.agency == resource.originator'), 'resource.family != "LiaisonContact"', closes],
    ...(yields ? { unless: released } : {}),
  }));
}
