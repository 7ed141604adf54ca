import type { Command } from 'commander';
import { LoadRefused } from '../../subgraphs/kit/loads.ts';
import { load } from '../contribute/load.ts';
import { IndexAway, patient } from '../contribute/patient.ts';
import { count, progressOf } from '../contribute/progress.ts';
import { defaultThreads, readSettings, type ContributeOptions } from '../contribute/settings.ts';
import { stopSignal } from '../contribute/stop-signal.ts';
import { firstFew, notNow, tell, tellAway } from '../contribute/telling.ts';
import { mayWithdraw } from '../contribute/withdrawing.ts';
import { defaultHome } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat contribute DEA holdings.ndjson --index http://127.0.0.1:4020
  concordat contribute DEA holdings.ndjson.gz --replace     what the file does not have is withdrawn
  ./export | concordat contribute DEA - --name 2026-03      from a pipe; the name lets it go on where it was

One object in each line (docs/contributing.md). Selectors are brought into normal form and blinded here, and sent so. A
line that is not right is set aside with its number and why; the others go on. Interrupted, even killed: run it again.
It is the index that is loaded: de-confliction hears of cases from the agency's subgraph (docs/deconfliction.md).`;

/** Adds the verb `contribute`. */
export function addContribute(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('contribute')
    .description("load an agency's records, cases and contacts into the index")
    .argument('<agency>', 'code of the agency: DEA')
    .argument('<file>', 'NDJSON, compressed by gzip or not; `-` for standard input')
    .option('--index <url>', 'where the index listens; default: INDEX_URL, else where `npm start` says')
    .option('--home <dir>', 'where `private` is, with the keys of the agency', defaultHome())
    .option('--blinding <file>', 'blinding keys; default: BLINDING_KEYS, else `private/blinding.json` of the home')
    .option('--rejected <file>', 'where lines are set aside; default: beside the file')
    .option('--name <name>', 'name of what comes from standard input')
    .option('--replace', 'withdraw at the end what the file does not have')
    .option('--yes', 'with --replace: also where that is more than a tenth of what the index has of the agency')
    .option('--again', 'load from the first line, whatever the index has of this file')
    .option('--threads <count>', 'threads that blind selectors', String(defaultThreads()))
    .addHelpText('after', EXAMPLES)
    .action(async (agency: string, file: string, options: ContributeOptions) => {
      finish(await contribute(agency, file, options, terminal));
    });
}

async function contribute(
  agency: string,
  file: string,
  options: ContributeOptions,
  terminal: Terminal,
): Promise<number> {
  const settings = await readSettings(agency, file, options);
  const stop = stopSignal(() => terminal.complain('stopping after the lines that are under way'));
  try {
    const loaded = await load({
      ...settings,
      calls: patient(settings.calls, {
        onTrouble: (error, milliseconds) => terminal.complain(notNow(error, milliseconds)),
        signal: stop.signal,
      }),
      replace: options.replace ?? false,
      mayWithdraw: mayWithdraw(agency, options.yes ?? false, terminal),
      again: options.again ?? false,
      signal: stop.signal,
      progress: (begunAt) => {
        if (begunAt > 0) terminal.complain(`goes on after line ${count(begunAt)}, up to which the index has it`);
        return progressOf(begunAt, { write, isTerminal: process.stderr.isTTY });
      },
      onRejected: firstFew(terminal),
    });
    return tell(loaded, { agency, file, setAsidePath: settings.setAsidePath }, terminal);
  } catch (error) {
    if (error instanceof IndexAway) return tellAway(error, terminal);
    if (!(error instanceof LoadRefused)) throw error;
    terminal.complain(`error: the index refused: ${error.message}`);
    return EXIT.mistakes;
  } finally {
    stop.forget();
  }
}

const write = (text: string): void => void process.stderr.write(text);
