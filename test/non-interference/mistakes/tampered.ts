import type { Grant } from '../../../policy/grant.ts';
import type { Rulebook } from '../../../platform/rulebook.ts';
import type { ScenarioOptions } from '../../support/scenario/scenario.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { withoutGatewayLock } from '../../support/scenario/stages.ts';
import { serveAgency, serveIndex, type SubgraphWorld } from '../../support/scenario/subgraphs.ts';
import { cursorSeal, type CursorSeal } from '../../../subgraphs/index/search/cursor.ts';
import type { Locks } from '../running/system.ts';
import { AGENCIES } from '../words.ts';
import type { Mistake } from './mistakes.ts';

/** Which mistake the product makes at present. */
export interface Making {
  mistake: Mistake | undefined;
}

/** A product that makes mistakes as it is told. */
export function tamperedWith(making: Making, locks: Locks): Pick<ScenarioOptions, 'stages' | 'index' | 'subgraphs'> {
  const agency = (code: string) => async (world: SubgraphWorld, database: string) =>
    serveAgency(
      agenciesOf([code])[0]!,
      database,
      [],
      locks !== 'gateway',
      misled(world, () => making.mistake?.ofAgencies),
    );
  return {
    stages(pipeline) {
      const whole = locks === 'agencies' ? withoutGatewayLock(pipeline) : pipeline;
      const stages = () => making.mistake?.ofGateway?.(whole) ?? whole;
      return {
        ...whole,
        ingress: (...answer) => stages().ingress(...answer),
        explain: (...told) => stages().explain(...told),
      };
    },
    index: (url, data, world) =>
      serveIndex(
        url,
        data,
        misled(world, () => making.mistake?.ofIndex),
        cursorsOf(making),
      ),
    subgraphs: Object.fromEntries(AGENCIES.map((code) => [code, agency(code)])),
  };
}

type Mislead = (grant: Grant) => Partial<Pick<Grant, 'cell' | 'levels' | 'visible'>>;

/** A subgraph whose own copy of the rules says something else. */
function misled(world: SubgraphWorld, mislead: () => Mislead | undefined): SubgraphWorld {
  const at: Rulebook['at'] = (now) => {
    const ruleset = world.rulebook.at(now);
    const change = mislead();
    return change ? { ...ruleset, grant: (...asked) => altered(ruleset.grant(...asked), change) } : ruleset;
  };
  const rulebook = new Proxy(world.rulebook, {
    get: (target, key) => (key === 'at' ? at : bound(target, key)),
  });
  return { ...world, rulebook };
}

function altered(grant: Grant, mislead: Mislead): Grant {
  const changes = mislead(grant) as Readonly<Record<string | symbol, unknown>>;
  return new Proxy(grant, { get: (target, key) => changes[key] ?? bound(target, key) });
}

/** Private fields are the object's own, not the proxy's. */
function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

function cursorsOf(making: Making): CursorSeal {
  const seal = cursorSeal(new Uint8Array(32).fill(7));
  const good = (to: string) => (making.mistake?.cursorsOfAnybody ? '' : to);
  return {
    seal: (position, to) => seal.seal(position, good(to)),
    open: (cursor, to) => seal.open(cursor, good(to)),
  };
}
