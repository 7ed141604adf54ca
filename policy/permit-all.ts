import { buildSchema } from 'graphql';
import type { Contract, EntityType } from '../schema/contract.ts';
import { purposes } from '../schema/purposes.ts';
import type { CallerViewer } from './viewer-claims.ts';
import { ownCell, type Cell } from './cell.ts';
import { ALWAYS, NEVER } from './condition/condition.ts';
import { NO_CONSENTS } from './consents.ts';
import { Grant, type GrantSource, type Levels } from './grant.ts';
import type { AgencyEntry } from './parties.ts';
import type { Recipient } from './recipient.ts';
import { compileRuleset, type Ruleset } from './ruleset.ts';

/** An exchange whose one agreement opens everything of everyone, whatever their graphs are about. */
export interface PermitAll {
  /** Every subgraph is an originator. */
  readonly agencies: readonly AgencyEntry[];
  /** Of no type in particular. */
  readonly contract: Contract;
  readonly ruleset: Ruleset;
  readonly viewer: CallerViewer;
}

/** No type of a graph has such a name, and no subgraph: nobody is the viewer's own agency. */
const NOBODY = '(permit all)';

const NO_CONTRACT: Contract = {
  schema: buildSchema('type Query { none: Boolean }'),
  types: new Map(),
  governed: new Map(),
  categories: new Map(),
};

/**
 * What the stages go by where everything is permitted. Development only.
 * @param subgraphs their names
 */
export function permitAll(subgraphs: readonly string[]): PermitAll {
  const agencies = subgraphs.map(originator);
  const empty = compileRuleset({ agreements: [], agencies, contract: NO_CONTRACT }, new Date(0));
  const source: GrantSource = {
    digest: 'permit-all',
    agencies,
    contract: NO_CONTRACT,
    purposes,
    ruleOf: () => undefined,
    between: () => [],
    dormant: () => [],
    consents: () => NO_CONSENTS,
    duties: [],
  };
  const grants = new Map<string, Grant>();
  const grant: Ruleset['grant'] = (recipient) => {
    const known = grants.get(recipient.agency) ?? new OpenGrant(source, recipient);
    grants.set(recipient.agency, known);
    return known;
  };
  const viewer = { agency: NOBODY, role: 'developer', sub: 'permit-all' };
  return { agencies, contract: NO_CONTRACT, ruleset: { ...empty, digest: source.digest, grant }, viewer };
}

/** Opens every coordinate of every originator without a condition, by no clause. */
class OpenGrant extends Grant {
  constructor(source: GrantSource, recipient: Recipient) {
    super(source, recipient, undefined, new Set());
  }

  override cell(_originator: string, coordinate: string): Cell {
    return ownCell(coordinate);
  }

  override visible(): typeof ALWAYS {
    return ALWAYS;
  }

  override levels(_originator: string, _family: EntityType): Levels {
    return { FULL: ALWAYS, CONTACT: NEVER, EXISTS: NEVER, SILENT: NEVER };
  }
}

function originator(code: string): AgencyEntry {
  const desk = { name: code, phone: '', email: '' };
  return { code, prefix: NOBODY, name: code, kind: 'domestic', country: 'ZZ', issuer: '', desk };
}
