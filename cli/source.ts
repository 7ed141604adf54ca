import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { readBundleFolder, readKeysFolder } from '../platform/agreements.ts';
import { readArchive } from '../platform/archive.ts';
import { arrivingNow, type Remembered } from '../policy/archive.ts';
import { openBundle, type AgreementReport } from '../policy/bundle.ts';
import { checkDocuments } from '../policy/document/check-documents.ts';
import { printMistake } from '../policy/document/mistake.ts';
import type { World } from '../policy/document/world.ts';
import type { SignedAgreement } from '../policy/lifecycle.ts';
import type { SignedNotice } from '../policy/notice.ts';
import type { RulesetSource } from '../policy/ruleset.ts';
import { digestOf } from '../policy/signature/canonical.ts';
import { gather, type Gathered } from './gather.ts';
import { defaultAgreements, defaultHome } from './places.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';
import { readWorld } from './world.ts';

/** Which agreements a verb looks at, and whether only signed ones. */
export interface SourceOptions {
  readonly at?: string;
  /** Absent: documents count as if signed. */
  readonly signatures?: string;
  readonly keys?: string;
  readonly notices?: string;
  /** What a party remembers beside what is in the folders. Absent: nothing. */
  readonly archive?: string;
}

/** Agreements as a verb compiles them. */
export interface Source {
  readonly ruleset: RulesetSource;
  readonly world: World;
  /** Documents that disclose nothing, and why, in words. */
  readonly leftOut: readonly LeftOut[];
  /** Documents count although nobody was asked for a signature. */
  readonly asIfSigned: boolean;
  readonly at: Date;
}

/** A document that discloses nothing. */
export interface LeftOut {
  readonly path: string;
  readonly status: 'broken' | 'unsigned';
  readonly why: readonly string[];
}

/** Adds the options by which verbs choose agreements, and the instant. */
export function withSource(command: Command): Command {
  return command
    .option('--at <date>', 'at this instant: 2026-03-01, or 2026-03-01T12:00:00Z (default: now)')
    .option('--unsigned', 'count every document that has no mistakes as signed (the default)')
    .option('--signatures <dir>', 'count only documents whose signatures are there and right')
    .option('--keys <dir>', "the parties' published keys, for `--signatures`", join(defaultHome(), 'keys'))
    .option('--notices <dir>', 'where notices are kept, for `--signatures`', join(defaultHome(), 'notices'))
    .option('--archive <dir>', 'what a party remembers, for `--signatures`: .concordat/archive/DEA');
}

/** Reads the agreements that were named, or the default folder's. @throws UsageError */
export async function readSource(paths: readonly string[], options: SourceOptions): Promise<Source> {
  return sourceFrom(await gather(paths.length > 0 ? paths : [defaultAgreements()]), options);
}

/** Checks documents, or verifies them. @throws UsageError */
export async function sourceFrom(gathered: Gathered, options: SourceOptions): Promise<Source> {
  const read = await readWorld(gathered.partiesPath);
  if (read.kind === 'broken') throw new UsageError(read.mistakes.map(printMistake).join('\n'));
  const { world } = read;
  const found = options.signatures === undefined ? asIfSigned(gathered, world) : await signed(gathered, world, options);
  return {
    ruleset: { agreements: found.agreements, notices: found.notices, agencies: world.parties.agencies },
    world,
    leftOut: found.leftOut,
    asIfSigned: options.signatures === undefined,
    at: instantOf(options.at),
  };
}

/** An instant as the caller wrote it: a day (its first moment, UTC), or RFC 3339. Absent: now. @throws UsageError */
export function instantOf(text: string | undefined): Date {
  const at = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(at.getTime()) || !isInCalendar(text)) {
    throw new UsageError(`\`${text}\` is no date: 2026-03-01, or 2026-03-01T12:00:00Z`);
  }
  return at;
}

/** JavaScript takes 30 February for 2 March: a day that is written is one that there is. */
function isInCalendar(text = ''): boolean {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Tells of documents that disclose nothing, beside the answer. @returns whether one has mistakes */
export function tellLeftOut({ leftOut }: Source, { complain }: Terminal): boolean {
  for (const { path, status, why } of leftOut) {
    complain(`${path} is ${status} and discloses nothing${why.length > 0 ? ':' : ''}`);
    for (const line of why) complain(`  ${line}`);
  }
  return leftOut.some(({ status }) => status === 'broken');
}

interface Found {
  readonly agreements: readonly SignedAgreement[];
  readonly notices: readonly SignedNotice[];
  readonly leftOut: readonly LeftOut[];
}

function asIfSigned({ documents }: Gathered, world: World): Found {
  const checked = checkDocuments(documents, world);
  return {
    agreements: checked.flatMap(({ agreement, mistakes }) =>
      agreement && mistakes.length === 0 ? [{ agreement, digest: digestOf(agreement) }] : [],
    ),
    notices: [],
    leftOut: checked
      .filter(({ mistakes }) => mistakes.length > 0)
      .map(({ path, mistakes }) => ({ path, status: 'broken', why: mistakes.map(printMistake) })),
  };
}

async function signed({ documents, partiesPath }: Gathered, world: World, options: SourceOptions): Promise<Found> {
  const { signatures: signaturesDir = '', keys: keysDir = '', notices: noticesDir = '' } = options;
  const keys = await readKeysFolder(keysDir).catch((error: Error) => {
    throw new UsageError(`no keys: ${error.message}`);
  });
  const read = await readBundleFolder({ agreementsDir: dirname(partiesPath), signaturesDir, noticesDir });
  const bundle = { ...read, documents };
  const opened = openBundle(bundle, keys, world);
  const { agreements, notices } = arrivingNow(opened, bundle, await rememberedIn(options.archive), new Date());
  return { agreements, notices, leftOut: opened.reports.flatMap(leftOutBy) };
}

async function rememberedIn(folder: string | undefined): Promise<Remembered> {
  if (folder === undefined) return { agreements: new Map(), notices: new Map() };
  if (!existsSync(folder)) throw new UsageError(`there is no archive \`${folder}\``);
  return readArchive(folder).catch((error: Error) => {
    throw new UsageError(error.message);
  });
}

function leftOutBy({ path, status, mistakes, verification }: AgreementReport): readonly LeftOut[] {
  if (status === 'signed') return [];
  const parties = [...(verification?.parties ?? [])].filter(([, { status }]) => status !== 'signed');
  const lacking = parties.map(([party, state]) => `${party}: ${state.status === 'wrong' ? state.why : 'missing'}`);
  return [{ path, status, why: [...mistakes.map(printMistake), ...lacking] }];
}
