import type { Agreement, Clause } from '../agreement.ts';
import type { AgencyEntry } from '../parties.ts';
import type { ClauseId } from '../clause-id.ts';
import { compileRuleset, type Ruleset } from '../ruleset.ts';
import type { Grant } from '../grant.ts';
import { signedNotice } from './notices.ts';
import type { Scene } from './scene.ts';
import type { TestWorld } from './surroundings.ts';

/**
 * The agreements of a folder as if every party had signed them; and, so that a test can tell which clause decided, worlds
 * in which only one clause does.
 */
export interface TestRulesets {
  /** Clauses in force that share between the two agencies, whoever asks and what for. */
  readonly sharing: (scene: Scene) => readonly ClauseId[];
  /** What is in force. */
  readonly asSigned: (scene: Scene) => Grant;
  /** Of the clauses that share, only this one; what withholds stays. */
  readonly sharedOnlyBy: (clause: ClauseId, scene: Scene) => Grant;
  /** Everything is shared with everybody, and only this clause withholds; undefined: none does. */
  readonly withheldOnlyBy: (clause: ClauseId | undefined, scene: Scene) => Grant;
}

/** Compiles each world when it is first asked for, and once. */
export function testRulesets(world: TestWorld, tested: string): TestRulesets {
  const rulesets = new Map<string, Ruleset>();
  const ruleset = (key: string, agreements: () => readonly Agreement[], scene: Scene): Ruleset => {
    const whole = JSON.stringify([key, scene.at, scene.notices]);
    const known = rulesets.get(whole) ?? compile(agreements(), scene, tested, world);
    rulesets.set(whole, known);
    return known;
  };
  const grant = (key: string, agreements: () => readonly Agreement[], scene: Scene): Grant =>
    ruleset(key, agreements, scene).grant(scene.recipient, scene.purpose);
  const everythingShared = shareEverything(world);
  return {
    sharing: (scene) =>
      ruleset('', () => world.agreements, scene)
        .rules.filter(({ effect }) => effect === 'share')
        .filter(({ from, to }) => from.has(scene.originator) && to.has(scene.recipient.agency))
        .map(({ id }) => id),
    asSigned: (scene) => grant('', () => world.agreements, scene),
    sharedOnlyBy: (clause, scene) =>
      grant(`share ${clause}`, () => only(world.agreements, ({ share }, id) => !share || id === clause), scene),
    withheldOnlyBy: (clause = '', scene) =>
      grant(
        `withhold ${clause}`,
        () => [...only(world.agreements, ({ share }, id) => !share && id === clause), everythingShared],
        scene,
      ),
  };
}

function compile(agreements: readonly Agreement[], { at, notices }: Scene, tested: string, world: TestWorld): Ruleset {
  // Nobody compares these rulesets by their digests.
  const signed = agreements.map((agreement) => ({ agreement, digest: agreement.id }));
  const given = notices.map((notice, index) => signedNotice(notice, index, tested));
  const { contract, purposes, parties } = world;
  return compileRuleset({ agreements: signed, notices: given, agencies: parties.agencies, contract, purposes }, at);
}

/** The agreements with the effect of those clauses only. */
function only(
  agreements: readonly Agreement[],
  keeps: (clause: Clause, id: ClauseId) => boolean,
): readonly Agreement[] {
  return agreements.map((agreement) => ({
    ...agreement,
    clauses: agreement.clauses.map((clause) =>
      keeps(clause, `${agreement.id}#${clause.id}`) ? clause : { id: clause.id, text: clause.text },
    ),
  }));
}

/** An agreement of all agencies by which everything is open to everybody. It is part of no exchange. */
function shareEverything({ parties, contract, ownFields }: TestWorld): Agreement {
  const everybody = parties.agencies.map(({ code }: AgencyEntry) => code);
  const coordinates = [...contract.governed.keys(), ...ownFields];
  return {
    concordat: 1,
    id: 'everything-shared',
    title: 'Everything is shared',
    signed: '1900-01-01',
    effective: '1900-01-01',
    parties: everybody,
    clauses: [{ id: 'I', text: 'All of it.', share: { from: everybody, to: everybody, coordinates } }],
  };
}
