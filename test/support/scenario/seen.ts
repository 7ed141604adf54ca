import type { Visibility } from '../../../gateway/explain/explain.ts';
import type { Disclosure } from '../../../gateway/ledger/ledger.ts';
import type { Answered } from './http.ts';

/** What one party saw, and what was asked on its behalf. */
export interface Seen {
  readonly status: number;
  readonly data: never;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[];
        readonly extensions: { readonly code: string; readonly remedy: string };
      }[]
    | undefined;
  readonly visibility: Visibility;
  /** Fields withheld, and because of which clauses. */
  readonly withheld: readonly {
    readonly originator: string;
    readonly coordinate: string;
    readonly reason: string;
    readonly because: readonly string[];
  }[];
  /** What each subgraph was asked, in one line each. */
  readonly asked: Heard['asked'];
  /** With which variables, in the same order. */
  readonly sent: Heard['sent'];
  /** What the ledger says of it. */
  readonly recorded: readonly Disclosure[];
  /** The body as it came. */
  readonly text: string;
}

/** What subgraphs heard while one query was answered. */
export interface Heard {
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly sent: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** Reads an answer. */
export function seen({ status, text }: Answered, heard: Heard, recorded: readonly Disclosure[]): Seen {
  const { data, errors, extensions } = JSON.parse(text) as {
    data: never;
    errors: Seen['errors'];
    extensions?: { visibility: Visibility };
  };
  const visibility = extensions?.visibility ?? {
    ruleset: '',
    purpose: null,
    disclosed: [],
    withheld: [],
    obligations: [],
  };
  const withheld = visibility.withheld.map(({ originator, coordinate, reason, clauses }) => ({
    originator,
    coordinate,
    reason,
    because: clauses,
  }));
  return { status, data, errors, visibility, withheld, ...heard, recorded, text };
}
