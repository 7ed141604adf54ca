import { readFileSync } from 'node:fs';
import { execute, parse, type ExecutionResult } from 'graphql';
import type { Pool } from 'pg';
import { parse as parseYaml } from 'yaml';
import { seal } from '../../matching/sealed.ts';
import { blind } from '../../matching/blind.ts';
import type { Agreement, DeconflictionDuty } from '../../policy/agreement.ts';
import type { Parties } from '../../policy/parties.ts';
import { compileRuleset, type Ruleset } from '../../policy/ruleset.ts';
import { DeclaredError } from '../../schema/errors.ts';
import type { SelectorKind } from '../../schema/selectors.ts';
import { openDatabase, type Database } from '../../subgraphs/deconfliction/store/database.ts';
import { buildDeconflictionSubgraph } from '../../subgraphs/deconfliction/subgraph.ts';
import { keepUp } from '../../subgraphs/deconfliction/upkeep/upkeep.ts';
import { buildSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { useDatabase } from '../support/database.ts';

/** The parties of this exchange. */
export const parties = parseYaml(readFileSync('agreements/parties.yaml', 'utf8')) as Parties;

export const NOW = new Date('2026-03-02T10:00:00Z');

/** So many hours after the beginning. */
export function after(hours: number): Date {
  return new Date(NOW.getTime() + hours * 3_600_000);
}

/** A duty between DEA and ICE, unless told otherwise: telephone numbers, and operations within a kilometre and two hours. */
export function duty(rest: Partial<DeconflictionDuty> = {}): DeconflictionDuty {
  return {
    from: ['DEA'],
    to: ['ICE'],
    selectors: ['PHONE'],
    events: { radiusMetres: 1000, hours: 2 },
    tells: 'both',
    disclosure: 'CONTACT',
    ...rest,
  };
}

/** The agreements with these duties, in force: `pair#1`, `pair#2`, … OFC is a group of DEA, FBI and ICE that USAO coordinates. */
export function rulesetOf(...duties: readonly DeconflictionDuty[]): Ruleset {
  const agreement: Agreement = {
    concordat: 1,
    id: 'pair',
    title: 'On de-confliction',
    signed: '2009-06-18',
    effective: '2009-06-18',
    parties: ['DEA', 'FBI', 'ICE', 'USAO'],
    groups: { OFC: { name: 'Fusion Center', coordinator: 'USAO', members: ['DEA', 'FBI', 'ICE'] } },
    clauses: duties.map((deconflict, at) => ({ id: `${at + 1}`, text: 'Work is matched.', deconflict })),
  };
  return compileRuleset({ agreements: [{ agreement, digest: 'sha256-pair' }], agencies: parties.agencies }, NOW);
}

/** The nth identifier. */
export function id(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A selector as the gateway sends it: blinded under one epoch, or under several. */
export function sealed(kind: SelectorKind, text: string, epochs: readonly number[] = [1]): string {
  return seal(epochs.map((epoch) => ({ epoch, blind: blinded(kind, text, epoch) })));
}

/** A selector as an agency contributes it. */
export function blinded(kind: SelectorKind, text: string, epoch = 1): string {
  return blind(kind, text, new Uint8Array(32).fill(epoch));
}

type Variables = Readonly<Record<string, unknown>>;

/** De-confliction as a test asks it. The agreements and the time are as the test sets them. */
export interface World {
  ruleset: Ruleset;
  now: Date;
  readonly database: Pool;
  /** Through which it is asked: the database, unless a test listens. */
  served: Database;
  /** Which officer asks, of the agency that does. */
  officer: string;
  /** As at the beginning. */
  empty(): Promise<void>;
  /** The whole answer to a viewer of an agency, who asks for de-confliction unless told otherwise. */
  ask(agency: string, query: string, variables?: Variables, use?: string): Promise<ExecutionResult>;
  /** The data of an answer without errors. */
  data<Data = Record<string, never>>(agency: string, query: string, variables?: Variables): Promise<Data>;
  /** The code of the declared error of an answer. */
  refusal(agency: string, query: string, variables?: Variables, use?: string): Promise<string>;
  /** What the declared error of an answer says, and what is to be done about it. */
  told(agency: string, query: string, variables?: Variables): Promise<readonly [string, string]>;
  /** One round of what is looked after beside answering. */
  keepUp(): Promise<void>;
}

const subgraph = await buildDeconflictionSubgraph(parties);
const { schema } = buildSubgraph({
  ...subgraph,
  contextFor: () => ({}),
  lock: 'none',
  rulebook: { at: () => rulesetOf() },
  gatewayKeys: () => ({ keys: [] }),
  identities: () => ({ agencies: [], keys: new Map() }),
});

/** Gives each test of the suite de-confliction with nothing in it. */
export function useWorld(): World {
  const url = useDatabase();
  const world = { ruleset: rulesetOf(duty()), now: NOW } as World & { database: Pool };
  beforeAll(async () => {
    world.database = await openDatabase(url.url);
  });
  afterAll(() => world.database.end());
  beforeEach(async () => {
    Object.assign(world, { ruleset: rulesetOf(duty()), now: NOW, served: world.database, officer: 'analyst' });
    await world.empty();
  });
  const inForceAt = () => world.ruleset;
  world.empty = async () => void (await world.database.query(EMPTY));
  const onTrouble = (error: unknown) => {
    throw error;
  };
  world.keepUp = () => keepUp({ database: world.database, inForceAt, clock: () => world.now, onTrouble });
  world.ask = async (agency, query, variables = {}, use = 'deconfliction') => {
    const viewer = { agency, role: 'analyst', sub: `${world.officer}@${agency}` };
    const purpose = { area: 'drug-trafficking', use, case: `${agency}-1` };
    const { ruleset, now } = world;
    const grant = ruleset.grant(viewer, purpose);
    const asking = { caller: { viewer, purpose, ruleset: ruleset.digest }, grant, now };
    const services = { database: world.served, inForceAt, onDeclared: () => undefined };
    return execute({
      schema,
      document: parse(query),
      variableValues: { ...variables },
      contextValue: subgraph.contextFor(asking, services),
    });
  };
  world.data = async <Data>(agency: string, query: string, variables?: Variables) => {
    const { data, errors } = await world.ask(agency, query, variables);
    if (errors)
      throw new AggregateError(
        errors.map((error) => error.originalError ?? error),
        errors.join('\n'),
      );
    return JSON.parse(JSON.stringify(data)) as Data;
  };
  world.refusal = async (agency, query, variables, use) => {
    const { errors } = await world.ask(agency, query, variables, use);
    const cause = errors?.[0]?.originalError;
    return cause instanceof DeclaredError ? cause.code : String(errors?.[0]?.stack);
  };
  world.told = async (agency, query, variables) => {
    const cause = (await world.ask(agency, query, variables)).errors?.[0]?.originalError;
    return cause instanceof DeclaredError ? [cause.message, cause.declaration.remedy] : ['', ''];
  };
  return world;
}

const EMPTY = `
  ALTER TABLE entry DISABLE TRIGGER entry_not_emptied;
  ALTER TABLE notification.notification DISABLE TRIGGER notification_not_emptied;
  TRUNCATE declaration, selector, checked, conflict, side, entry, contribution, declared_on, notification.notification;
  ALTER TABLE entry ENABLE TRIGGER entry_not_emptied;
  ALTER TABLE notification.notification ENABLE TRIGGER notification_not_emptied;`;
