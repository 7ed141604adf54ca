import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { archiveFolder, forget, readArchive } from '../../platform/archive.ts';
import { withRemembered, type Remembered } from '../../policy/archive.ts';
import type { OpenedBundle } from '../../policy/bundle.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { archivedIn, type ArchivedText } from '../archive/archived.ts';
import { openedByForgetting } from '../archive/forgetting.ts';
import { openFolder } from '../opened.ts';
import { defaultAgreements, defaultHome } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat archive
  concordat archive DEA gateway --json
  concordat archive DEA --forget sha256-XlGw7vJ0Rkz1cY4rX1m8Xv6z3rW0rH1kq2uE0f5a9bY

What every party signed once is remembered, by each party for itself: it withholds although it no longer arrives.`;

interface Options {
  readonly home: string;
  readonly agreements?: string;
  readonly forget?: string;
  readonly json?: boolean;
}

/** The archive of one party, beside what arrives. */
interface Opened {
  readonly name: string;
  readonly folder: string;
  readonly known: Remembered;
}

/** Adds the verb `archive`. */
export function addArchive(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('archive')
    .description('tell what parties of this home remember, or let them forget it')
    .argument('[names...]', 'parties: DEA, gateway, index, registry (default: all of this home)')
    .option('--home <dir>', 'where archives, keys and signatures are kept', defaultHome())
    .option('--agreements <dir>', 'the folder of agreements as they arrive now (default: agreements)')
    .option('--forget <digest>', 'forget this agreement or notice: what only it withheld is open from then on')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (names: string[], options: Options) => finish(await archive(names, options, terminal)));
}

async function archive(names: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const archives = await openArchives(names, options.home);
  if (options.forget !== undefined) return forgetIn(archives, options.forget, terminal);
  const opened = await arriving(options);
  const texts = archives.flatMap(({ name, known }) => textsIn(name, known, opened));
  if (options.json) terminal.print(JSON.stringify(texts, null, 2));
  else tellAll(texts, terminal);
  return texts.some(({ status }) => KEPT.has(status)) ? EXIT.mistakes : EXIT.fine;
}

const KEPT: ReadonlySet<ArchivedText['status']> = new Set(['absent', 'outdated']);

async function openArchives(names: readonly string[], home: string): Promise<readonly Opened[]> {
  const there = await readdir(join(home, 'archive')).catch((): string[] => []);
  const missing = names.find((name) => !there.includes(name));
  if (missing !== undefined)
    throw new UsageError(`there is no archive of \`${missing}\` in \`${join(home, 'archive')}\``);
  const chosen = names.length > 0 ? names : there.sort();
  return Promise.all(
    chosen.map(async (name) => {
      const folder = archiveFolder(home, name);
      const known = await readArchive(folder).catch((error: Error) => {
        throw new UsageError(error.message);
      });
      return { name, folder, known };
    }),
  );
}

async function arriving({ home, agreements }: Options): Promise<OpenedBundle> {
  const beside = { keys: join(home, 'keys'), signatures: join(home, 'signatures'), notices: join(home, 'notices') };
  return (await openFolder(agreements ?? defaultAgreements(), beside)).opened;
}

function textsIn(name: string, known: Remembered, opened: OpenedBundle): readonly (ArchivedText & { of: string })[] {
  const { agreements, notices, parties } = withRemembered(opened, known);
  const { standing } = compileRuleset({ agreements, notices, agencies: parties.agencies }, new Date());
  return archivedIn(known, standing, notices).map((text) => ({ of: name, ...text }));
}

/** Parties mostly remember the same: each text is told once, with those who do. */
function tellAll(texts: readonly (ArchivedText & { of: string })[], { print, mark }: Terminal): void {
  const parties = new Map<string, { text: ArchivedText; of: string[] }>();
  for (const { of, ...text } of texts) {
    const key = `${text.digest} ${text.status}`;
    const known = parties.get(key);
    if (known) known.of.push(of);
    else parties.set(key, { text, of: [of] });
  }
  for (const { text, of } of parties.values()) {
    const { status, id, kind, digest, why } = text;
    const style = KEPT.has(status) ? 'bad' : 'faint';
    print(`${mark(style, status.padEnd(8))} ${kind} ${id} ${mark('faint', digest)}`);
    if (why) print(`         ${why}`);
    print(mark('faint', `         remembered by ${of.join(', ')}`));
  }
  if (parties.size === 0) print('nothing is remembered here yet');
}

async function forgetIn(archives: readonly Opened[], digest: string, { print, complain }: Terminal): Promise<number> {
  const holding = archives.filter(({ known }) => known.agreements.has(digest) || known.notices.has(digest));
  const [first] = holding;
  if (!first)
    throw new UsageError(`nothing of the digest \`${digest}\` is remembered here; \`concordat archive\` lists all`);
  for (const line of openedByForgetting(first.known, digest)) complain(line);
  for (const { name, folder } of holding) {
    await forget(folder, digest);
    print(`forgotten by ${name}: ${digest}`);
  }
  complain('a process that runs remembers it until it is started anew, and again when it arrives signed');
  return EXIT.fine;
}
