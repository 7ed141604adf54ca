import type { Notification } from '../../platform/notifications/notification.ts';
import type { Survey } from '../../policy/projection/survey.ts';
import type { Purpose } from '../../schema/purposes.ts';
import type { Answering } from '../answering.ts';
import type { Visibility } from '../explain/explain.ts';

/** One disclosure: to whom, what for, of what, under which clauses. Never a value. */
export interface Disclosure {
  readonly at: Date;
  readonly viewer: string;
  readonly agency: string;
  readonly role: string;
  readonly area: string;
  readonly use: string;
  readonly case: string;
  /** As it was stated, all of it. */
  readonly purpose: Purpose;
  /** A clause for threats to life released it. */
  readonly override: boolean;
  /** Digest of the agreements in force. */
  readonly ruleset: string;
  /** The operation's text: field names and variables, no literal values are kept (see `operationText`). */
  readonly operation: string;
  readonly disclosed: readonly {
    readonly originator: string;
    readonly coordinates: readonly string[];
    readonly clauses: readonly string[];
  }[];
}

/** Where disclosures are recorded, before the answer leaves. */
export interface Ledger {
  /**
   * Records a disclosure and what originators are told of it: all of it, or nothing.
   * @throws when it cannot be written; then there is no answer.
   */
  record(disclosure: Disclosure, notifications: readonly Notification[]): Promise<void>;
  /** Rejects when nothing could be recorded now. Absent: it always can. */
  ready?(): Promise<unknown>;
  stop(): Promise<void>;
}

/** What an answer discloses of other agencies' data; undefined: nothing that any clause opens was asked. */
export function disclosureOf(
  operation: string,
  { coordinates }: Survey,
  visibility: Visibility,
  { viewer, purpose, grant, at }: Answering,
  notifications: readonly Notification[],
): Disclosure | undefined {
  if (!purpose || visibility.disclosed.length === 0) return undefined;
  const closed = new Set(
    visibility.withheld.filter((w) => w.reason !== 'ROW_CONDITION').map((w) => `${w.originator} ${w.coordinate}`),
  );
  const disclosed = visibility.disclosed.map(({ originator, clauses }) => ({
    originator,
    clauses,
    coordinates: [...coordinates]
      .filter(([coordinate, of]) => of.has(originator) && !closed.has(`${originator} ${coordinate}`))
      .map(([coordinate]) => coordinate),
  }));
  return {
    at,
    viewer: viewer.sub,
    agency: viewer.agency,
    role: viewer.role,
    area: purpose.area,
    use: purpose.use,
    case: purpose.case,
    purpose,
    override: notifications.some(({ kind }) => kind === 'override'),
    ruleset: grant.ruleset,
    operation,
    disclosed,
  };
}
