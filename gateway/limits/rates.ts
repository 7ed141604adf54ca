import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { ErrorDeclaration } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import type { RateLimits } from './limits.ts';
import { RetryLater } from './retry-later.ts';

const SECONDS = 60;

/** Who asks, as far as counting goes. */
export interface Counted {
  readonly agency: string;
  readonly sub: string;
}

/** Counts what viewers and their agencies ask, in windows of a minute that begin with the first request. */
export interface Rates {
  /** Counts a request. @throws RetryLater */
  request(viewer: Counted): Promise<void>;
  /** Charges what an operation may cost, before anything is asked. What is refused is not charged. @throws RetryLater */
  charge(viewer: Counted, cost: number): Promise<void>;
}

/** One counter, and who and what it counts, for the refusal. */
interface Counter {
  readonly limiter: RateLimiterMemory;
  readonly declaration: ErrorDeclaration;
  readonly who: string;
  readonly what: string;
}

/**
 * Counters in this process's memory.
 *
 * INVARIANT: whoever is past their agency's limit makes no counter of their own, so that an agency's issuer that makes
 * up viewers makes no more counters than its agency may ask in a minute.
 */
export function countRates(limits: RateLimits): Rates {
  const { RATE_LIMITED, COST_BUDGET_SPENT } = GATEWAY_ERRORS;
  const viewerRequests = counter(limits.viewerRequests, RATE_LIMITED, 'the viewer', 'requests');
  const agencyRequests = counter(limits.agencyRequests, RATE_LIMITED, "the viewer's agency", 'requests');
  const viewerCost = counter(limits.viewerCost, COST_BUDGET_SPENT, 'the viewer', 'of cost');
  const agencyCost = counter(limits.agencyCost, COST_BUDGET_SPENT, "the viewer's agency", 'of cost');
  return {
    request: (viewer) => spend(viewer, 1, viewerRequests, agencyRequests),
    charge: (viewer, cost) => spend(viewer, cost, viewerCost, agencyCost),
  };
}

function counter(points: number, declaration: ErrorDeclaration, who: string, what: string): Counter {
  return { limiter: new RateLimiterMemory({ points, duration: SECONDS }), declaration, who, what };
}

async function spend({ agency, sub }: Counted, points: number, own: Counter, shared: Counter): Promise<void> {
  const key = JSON.stringify([agency, sub]);
  await requireRoom(shared, agency, points);
  await requireRoom(own, key, points);
  await own.limiter.penalty(key, points);
  await shared.limiter.penalty(agency, points);
}

async function requireRoom({ limiter, declaration, who, what }: Counter, key: string, points: number): Promise<void> {
  const known: RateLimiterRes | null = await limiter.get(key);
  if ((known?.consumedPoints ?? 0) + points <= limiter.points) return;
  const seconds = Math.max(1, Math.ceil((known?.msBeforeNext ?? SECONDS * 1000) / 1000));
  throw new RetryLater(declaration, `${who} has at most ${limiter.points} ${what} a minute`, seconds);
}
