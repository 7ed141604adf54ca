import type { Agreement, Clause } from '../../policy/agreement.ts';
import { suggest } from '../../policy/document/suggest.ts';
import type { Notice, Suspension } from '../../policy/notice.ts';
import { purposes } from '../../schema/purposes.ts';
import { instantOf } from '../source.ts';
import { UsageError } from '../usage.ts';
import { withHint, type Ground } from './ground.ts';
import type { NoticeOptions } from './options.ts';

/** What every notice says. */
export type Declared = Omit<Suspension, 'kind' | 'clauses'>;

/** Makes a notice of one kind. @throws UsageError when it cannot be */
export type Draft = (declared: Declared, ground: Ground) => Notice;

const PAST: Readonly<Record<Notice['kind'], string>> = {
  suspend: 'suspended',
  resume: 'resumed',
  terminate: 'terminated',
  consent: 'consented',
  release: 'released',
};

/** What the options say of any notice. Its id tells when it was given, so that no folder has it already. */
export function declare(kind: Notice['kind'], { signed, party, now }: Ground, options: NoticeOptions): Declared {
  const { reason } = options;
  const given = now.toISOString();
  const from = options.from === undefined ? given : instantOf(options.from).toISOString();
  const until = options.until === undefined ? undefined : instantOf(options.until).toISOString();
  if (until !== undefined && until <= from) throw new UsageError(`it would end before it begins, at ${from}`);
  const stamp = given.replaceAll(/[-:.]/g, '').toLowerCase();
  return {
    concordat: 1,
    notice: `${signed.agreement.id}-${PAST[kind]}-by-${party.toLowerCase()}-${stamp}`,
    party,
    agreement: signed.agreement.id,
    digest: signed.digest,
    given,
    from,
    ...(until !== undefined && { until }),
    ...(reason !== undefined && { reason }),
  };
}

/** @throws UsageError when a clause is not in the agreement, or discloses nothing that could be suspended */
export function requireClauses(ids: readonly string[], { id: agreement, clauses }: Agreement): void {
  for (const id of ids) {
    const clause = clauses.find((candidate) => candidate.id === id);
    const known = clauses.filter(discloses).map((candidate) => candidate.id);
    if (!clause) throw new UsageError(withHint(`\`${agreement}\` has no clause \`${id}\``, suggest(id, known)));
    if (clause.withhold) throw new UsageError(`clause \`${id}\` withholds: only all parties together can replace it`);
    if (!discloses(clause)) throw new UsageError(`clause \`${id}\` only says something: nothing is shared by it`);
  }
}

/** @throws UsageError when a use is not in the taxonomy */
export function requireUses(uses: readonly string[]): void {
  for (const use of uses) {
    const known = purposes.uses.keys();
    if (!purposes.uses.has(use)) throw new UsageError(withHint(`unknown use \`${use}\``, suggest(use, known)));
  }
}

function discloses({ share, deconflict }: Clause): boolean {
  return Boolean(share ?? deconflict);
}
