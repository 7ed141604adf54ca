import type { Agreement } from '../../policy/agreement.ts';
import type { AgreementReport, OpenedBundle } from '../../policy/bundle.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { readBundle, type WrittenBundle } from '../../platform/bundle-wire.ts';

/** Where the registry has the agreements from: a `Rulebook`. */
export interface Shelf {
  readonly opened: OpenedBundle;
  /** The texts; undefined: there are none that count. */
  readonly bundle: WrittenBundle | undefined;
  at(now: Date): Ruleset;
}

/** A document that can be read, signed or not, and what became of it. */
export interface ReadDocument {
  readonly agreement: Agreement;
  readonly report: AgreementReport;
  /** As they arrived, by party. */
  readonly signatures: Readonly<Record<string, string>>;
}

/**
 * The documents on the shelf that can be read: of others nobody can say whose they are. Those that are no longer among
 * them, and that every party had signed, are told of too. Sorted by id.
 */
export function documentsOn({ opened, bundle }: Shelf): readonly ReadDocument[] {
  const known = read.get(opened);
  if (known) return known;
  const arrived = bundle ? documentsIn(opened.reports, bundle) : [];
  const documents = [...arrived, ...absentFrom(arrived, opened)].sort((a, b) =>
    a.agreement.id < b.agreement.id ? -1 : 1,
  );
  read.set(opened, documents);
  return documents;
}

/** A bundle is read once. */
const read = new WeakMap<OpenedBundle, readonly ReadDocument[]>();

function documentsIn(reports: readonly AgreementReport[], { json }: WrittenBundle): readonly ReadDocument[] {
  const { documents, signatures } = readBundle(json);
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  return reports.flatMap((report) => {
    const document = readAgreement(report.path, texts.get(report.path) ?? '');
    if (document.kind !== 'valid') return [];
    const { agreement } = document;
    const given = Object.hasOwn(signatures, agreement.id) ? signatures[agreement.id]! : {};
    return [{ agreement, report, signatures: given }];
  });
}

function absentFrom(arrived: readonly ReadDocument[], { agreements }: OpenedBundle): readonly ReadDocument[] {
  const ids = new Set(arrived.map(({ agreement }) => agreement.id));
  return agreements
    .filter(({ agreement, absent }) => absent && !ids.has(agreement.id))
    .map(({ agreement, digest }) => {
      const verification = { digest, parties: new Map(), complete: true };
      const report = { path: '', id: agreement.id, status: 'signed', mistakes: [], verification } as const;
      return { agreement, report, signatures: {} };
    });
}
