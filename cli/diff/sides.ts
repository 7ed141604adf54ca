import { stat } from 'node:fs/promises';
import type { BundledDocument } from '../../policy/bundle.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import type { SignedAgreement } from '../../policy/lifecycle.ts';
import type { SignedNotice } from '../../policy/notice.ts';
import { CONSENTED, RELEASED, REQUEST } from '../../policy/diff/contexts.ts';
import type { Side } from '../../policy/diff/pairs.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { purposes } from '../../schema/purposes.ts';
import { gather, type Gathered } from '../gather.ts';
import { instantOf, sourceFrom, type Source } from '../source.ts';
import { UsageError } from '../usage.ts';

/** The agreements before and after, compiled for the same instant. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly at: Date;
  /** What each was read from. */
  readonly sources: readonly [Source, Source];
}

/**
 * Reads two folders; or two files, of which the later one takes the other's place when it has the same id, and stands
 * beside it when it has another, as an amendment does. Their neighbours are on both sides.
 * @throws UsageError
 */
export async function readSides(old: string, now: string, at: string | undefined): Promise<Sides> {
  const files = await Promise.all([isFile(old), isFile(now)]);
  if (files[0] !== files[1]) throw new UsageError('name two folders, or two files');
  const gathered = await Promise.all([gather([old]), gather([now])]);
  const [left, right] = files[0] ? amended(...gathered) : gathered;
  const sources = await Promise.all([sourceFrom(left, {}), sourceFrom(right, {})]);
  const all = sources.flatMap(({ ruleset }) => ruleset.agreements);
  const instant = at === undefined ? whenAllIsInForce(all) : instantOf(at);
  return { before: sideOf(sources[0], instant), after: sideOf(sources[1], instant), at: instant, sources };
}

function sideOf({ ruleset: { agreements, agencies } }: Source, at: Date): Side {
  return { agencies, ruleset: compileRuleset({ agreements, agencies, notices: answers(agreements, agencies) }, at) };
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`there is no \`${path}\``);
  return found.isFile();
}

/** One of two versions of an agreement on each side, and what stands beside either of them on both. */
function amended(old: Gathered, now: Gathered): readonly [Gathered, Gathered] {
  const [earlier, later] = [chosenOf(old), chosenOf(now)];
  const ids = new Set([idOf(earlier), idOf(later)]);
  const beside = new Map([...old.documents, ...now.documents].map((document) => [idOf(document), document]));
  const others = [...beside].filter(([id]) => !ids.has(id)).map(([, document]) => document);
  const after = ids.size === 1 ? [later] : [earlier, later];
  return [
    { ...old, documents: [...others, earlier] },
    { ...now, documents: [...others, ...after] },
  ];
}

function chosenOf({ documents, chosen }: Gathered): BundledDocument {
  const document = documents.find(({ path }) => chosen.has(path));
  if (!document) throw new UsageError(`\`${[...chosen].join()}\` is no agreement`);
  return document;
}

/** The id; of a document that is too broken to tell, its path. */
function idOf({ path, text }: BundledDocument): string {
  const read = readAgreement(path, text);
  return read.kind === 'valid' ? read.agreement.id : path;
}

/** Today; or the first day on which everything that is agreed has begun. */
function whenAllIsInForce(agreements: readonly SignedAgreement[]): Date {
  const days = agreements.flatMap(({ agreement }) => [
    agreement.effective,
    ...(agreement.accessions ?? []).flatMap(({ from }) => from ?? []),
  ]);
  return new Date(Math.max(Date.now(), ...days.map((day) => Date.parse(`${day}T00:00:00Z`))));
}

/**
 * As if every originator had released something under every agreement, and consented to every use of something: what
 * clauses that wait for it open is told too.
 */
function answers(agreements: readonly SignedAgreement[], agencies: readonly AgencyEntry[]): readonly SignedNotice[] {
  const to = agencies.map(({ code }) => code);
  const given = { given: '1970-01-01T00:00:00Z', from: '1970-01-01T00:00:00Z' };
  const uses = [...purposes.uses.keys()];
  return agreements.flatMap(({ agreement: { id: agreement }, digest }) =>
    to.flatMap((party): readonly SignedNotice[] => {
      const notice = `by-${party}-under-${agreement}`;
      const declared = { concordat: 1, notice, party, agreement, digest, ...given, to } as const;
      return [
        {
          digest: `release ${notice}`,
          notice: { ...declared, kind: 'release', request: REQUEST, references: [RELEASED] },
        },
        { digest: `consent ${notice}`, notice: { ...declared, kind: 'consent', uses, references: [CONSENTED] } },
      ];
    }),
  );
}
