import { createHash } from 'node:crypto';
import type { ContributedSelector, ContributedSubject } from '../../matching/contributed.ts';
import { seal } from '../../matching/sealed.ts';
import type { Labels } from '../../policy/condition/evaluate.ts';
import { POINTER_TYPES, type Family } from '../../subgraphs/index/columns.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';

/** The nth identifier. */
export function id(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** A selector as the index knows it, blinded by no key: the same for the same text. `NAME_AND_BIRTH:6:a` is a key of feature 6. */
export function blindOf(text: string): string {
  const feature = Number(/^\w+:(\d+):/.exec(text)?.[1] ?? 0);
  const code = createHash('sha256').update(text).digest();
  return Buffer.from([feature, ...code.subarray(0, 15)]).toString('base64url');
}

/** What a search by a selector says in its place. */
export function sealed(keys: readonly { readonly text: string; readonly feature?: number | undefined }[]): string {
  return seal(
    keys.map(({ text, feature }) => ({ epoch: 1, ...(feature !== undefined && { feature }), blind: blindOf(text) })),
  );
}

/** A pointer as a test writes it. */
export interface TestPointer {
  readonly n: number;
  readonly originator: string;
  readonly family: Family;
  readonly labels: Labels;
  readonly contact?: number;
  readonly subjects?: readonly ContributedSubject[];
  readonly selectors?: readonly ContributedSelector[];
}

/** A record without marks. */
export function record(originator: string, n: number, labels: Labels = {}, contact?: number): TestPointer {
  const handling = {
    releasableTo: [],
    notReleasableTo: [],
    originatorConsent: false,
    notAsEvidence: false,
    handlingCodes: [],
    obtainedFrom: null,
  };
  const summary = { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['drug-trafficking'], program: null };
  return {
    n,
    originator,
    family: 'Record',
    labels: { ...summary, ...handling, ...labels },
    ...(contact && { contact }),
  };
}

/** A liaison contact on call. */
export function contact(originator: string, n: number, labels: Labels = {}): TestPointer {
  return { n, originator, family: 'LiaisonContact', labels: { contactRole: 'DUTY_OFFICER', onCall: true, ...labels } };
}

/** Contributes pointers, each agency its own, after whatever it contributed before. */
export async function contributeAll(database: PrismaClient, pointers: readonly TestPointer[]): Promise<void> {
  for (const agency of new Set(pointers.map(({ originator }) => originator))) {
    const own = pointers.filter(({ originator }) => originator === agency);
    const entries = own.map(({ n, family, labels, contact: about, subjects = [], selectors = [] }) => ({
      sequence: sequence++,
      op: 'UPSERT' as const,
      type: POINTER_TYPES[family],
      id: id(n),
      pointer: { contactId: about === undefined ? null : id(about), labels, subjects, selectors, epoch: 1 },
    }));
    await contribute(database, agency, entries);
  }
}

/** Takes a pointer away. */
export async function withdraw(database: PrismaClient, { originator, family, n }: TestPointer): Promise<void> {
  await contribute(database, originator, [
    { sequence: sequence++, op: 'WITHDRAW', type: POINTER_TYPES[family], id: id(n) },
  ]);
}

let sequence = 1n;
