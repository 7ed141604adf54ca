import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { demoBlindingKeys, readBlindingKeys } from '../../platform/blinding-file.ts';
import { keyFolders, readPrivateKeys } from '../../platform/party-keys.ts';
import { signingKey } from '../../policy/ed25519.ts';
import { LoadRefused, loadCalls } from '../../subgraphs/kit/loads.ts';
import { load, type Loaded } from '../contribute/load.ts';
import { patient } from '../contribute/patient.ts';
import { count, progressOf } from '../contribute/progress.ts';
import type { Rejected } from '../contribute/prepare.ts';
import { fileSource, pipeSource, type Source } from '../contribute/source.ts';
import { defaultHome } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError, whyNot } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat contribute DEA holdings.ndjson --index http://127.0.0.1:4020
  concordat contribute DEA holdings.ndjson.gz --replace     what the file does not have is withdrawn
  ./export | concordat contribute DEA - --name 2026-03      from a pipe; the name lets it go on where it was

One object in each line (docs/contributing.md). Selectors are brought into normal form and blinded here, and sent so. A
line that is not right is set aside with its number and why; the others go on. Interrupted, even killed: run it again.`;

interface Options {
  readonly index?: string;
  readonly home: string;
  readonly blinding?: string;
  readonly rejected?: string;
  readonly name?: string;
  readonly replace?: true;
  readonly again?: true;
  readonly threads: string;
}

/** Adds the verb `contribute`. */
export function addContribute(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('contribute')
    .description("load an agency's records, cases and contacts into the index")
    .argument('<agency>', 'code of the agency: DEA')
    .argument('<file>', 'NDJSON, compressed by gzip or not; `-` for standard input')
    .option('--index <url>', 'where the index listens; default: INDEX_URL')
    .option('--home <dir>', 'where `private` is, with the keys of the agency', defaultHome())
    .option('--blinding <file>', 'blinding keys; default: BLINDING_KEYS, else `private/blinding.json` of the home')
    .option('--rejected <file>', 'where lines are set aside; default: beside the file')
    .option('--name <name>', 'name of what comes from standard input')
    .option('--replace', 'withdraw at the end what the file does not have')
    .option('--again', 'load from the first line, whatever the index has of this file')
    .option('--threads <count>', 'threads that blind selectors', String(defaultThreads()))
    .addHelpText('after', EXAMPLES)
    .action(async (agency: string, file: string, options: Options) => {
      finish(await contribute(agency, file, options, terminal));
    });
}

/** The index and the rest of the command want a core too. */
function defaultThreads(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), 8);
}

async function contribute(agency: string, file: string, options: Options, terminal: Terminal): Promise<number> {
  const indexUrl = indexIn(options);
  const key = await serviceKey(agency, options);
  const keys = await blindingKeys(options);
  const threads = threadsIn(options);
  const source = await sourceOf(file, options);
  const stop = stopSignal(terminal);
  const setAsidePath = options.rejected ?? (file === '-' ? `${agency}.rejected.ndjson` : `${file}.rejected.ndjson`);
  const calls = loadCalls({ indexUrl, agency, load: source.load, key });
  try {
    const loaded = await load({
      calls: patient(calls, (error, milliseconds) => terminal.complain(notNow(error, milliseconds))),
      source,
      keys,
      threads,
      setAsidePath,
      replace: options.replace ?? false,
      again: options.again ?? false,
      signal: stop.signal,
      progress: (begunAt) => {
        if (begunAt > 0) terminal.complain(`goes on after line ${count(begunAt)}, up to which the index has it`);
        return progressOf(begunAt, { write, isTerminal: process.stderr.isTTY });
      },
      onRejected: firstFew(terminal),
    });
    return tell(loaded, { agency, file, setAsidePath }, terminal);
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    terminal.complain(`error: the index refused: ${error.message}`);
    return EXIT.mistakes;
  } finally {
    stop.forget();
  }
}

const write = (text: string): void => void process.stderr.write(text);

function indexIn({ index = process.env['INDEX_URL'] }: Options): string {
  if (!index) throw new UsageError('say where the index listens: `--index http://…`, or INDEX_URL');
  if (URL.canParse(index) && /^https?:/.test(index)) return index;
  throw new UsageError(`\`${index}\` is no http or https URL`);
}

async function serviceKey(agency: string, { home }: Options) {
  const keys = await readPrivateKeys(home, agency);
  if (keys) return signingKey(keys.service);
  const path = join(keyFolders(home).private, `${agency}.json`);
  throw new UsageError(`the private keys of ${agency} are not in \`${path}\`: say \`--home\``);
}

async function blindingKeys({ home, blinding = process.env['BLINDING_KEYS'] }: Options) {
  const path = blinding ?? demoBlindingKeys(home);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`cannot read the blinding keys \`${path}\`: ${whyNot(path, error)}`);
  });
  return readBlindingKeys(path, text);
}

function threadsIn({ threads }: Options): number {
  const number = Number(threads);
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number;
  throw new UsageError(`\`${threads}\` is no number of threads: a whole number from 1 to 64`);
}

async function sourceOf(file: string, { name }: Options): Promise<Source> {
  if (file === '-') return pipeSource(process.stdin as AsyncIterable<Buffer>, name);
  if (name !== undefined) throw new UsageError('a file is known by its contents: `--name` is for standard input');
  return fileSource(file);
}

const MOST_TOLD = 20;

/** The first lines that are set aside are told one by one; the file has them all. */
function firstFew({ complain, mark }: Terminal) {
  let told = 0;
  return ({ line, why }: Rejected): void => {
    if (told++ < MOST_TOLD) complain(`${mark('bad', `line ${count(line)}`)}: ${why}`);
    if (told === MOST_TOLD + 1) complain('more lines are set aside; the file of them has every one');
  };
}

interface Told {
  readonly agency: string;
  readonly file: string;
  readonly setAsidePath: string;
}

function tell(loaded: Loaded, { agency, file, setAsidePath }: Told, { print, complain }: Terminal): number {
  const { end, lines, rejected, withdrawn } = loaded;
  const amount = `${count(lines - rejected)} of ${count(lines)} lines of ${agency}`;
  if (end === 'before') print(`${file} was loaded before, ${amount}; \`--again\` loads it anew`);
  if (end === 'stopped') print(`stopped at line ${count(lines)}; run the same again, and it goes on there`);
  if (end === 'finished') print(`loaded ${amount}${withdrawn > 0 ? `; ${count(withdrawn)} withdrawn` : ''}`);
  if (end === 'not whole') print(`loaded ${amount}; nothing was withdrawn, because lines were set aside`);
  if (rejected > 0 && end !== 'before') complain(`${count(rejected)} lines were set aside in ${setAsidePath}`);
  return end === 'stopped' || end === 'not whole' || rejected > 0 ? EXIT.mistakes : EXIT.fine;
}

function notNow(error: unknown, milliseconds: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `the index does not answer (${code ?? message}); again in ${milliseconds / 1000} s`;
}

/** The first SIGINT or SIGTERM ends it after the lines that are under way; the next at once. */
function stopSignal({ complain }: Terminal) {
  const stopping = new AbortController();
  const stop = (): void => {
    complain('stopping after the lines that are under way');
    stopping.abort();
    forget();
  };
  const forget = (): void => void process.off('SIGINT', stop).off('SIGTERM', stop);
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: stopping.signal, forget };
}
