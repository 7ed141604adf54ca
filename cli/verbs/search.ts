import type { Command } from 'commander';
import { keptIn } from '../search/kept.ts';
import { searchBy, soughtIn, type Tally } from '../search/search.ts';
import { SearchFailed, type Asking } from '../search/sender.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError, readNamed } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  export CONCORDAT_TOKEN="$(npm run --silent token -- DEA analyst)"
  concordat search exhibits.ndjson --purpose 'area=drug-trafficking; use=investigation; case=DEA-2026-0042'
  concordat search exhibits.ndjson --purpose … --out answers.ndjson      interrupted? the same again goes on

A line each: {"ref": "exhibit 12", "phone": "+1 202 555 0143"}, or PHONE +1 202 555 0143. docs/limits.md tells of the answers.`;

interface SearchOptions {
  readonly url: string;
  readonly token?: string;
  readonly purpose: string;
  readonly out?: string;
}

/** Adds the verb `search`. */
export function addSearch(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('search')
    .description('search all agencies by a file of selectors, a line each')
    .argument('<file>', 'the selectors: NDJSON, or a kind and a text a line')
    .option('--url <url>', 'of the gateway', 'http://127.0.0.1:4000')
    .option(
      '--token <token>',
      "a bearer token of your agency's issuer; better in CONCORDAT_TOKEN, where no process list shows it",
    )
    .requiredOption('--purpose <purpose>', 'what for, as in `x-purpose`')
    .option('--out <file>', 'keep the answers there, and send what is not answered yet; default: print them')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SearchOptions) => finish(await search(file, options, terminal)));
}

async function search(path: string, options: SearchOptions, terminal: Terminal): Promise<number> {
  const asking = askingOf(options);
  const file = await readNamed(path);
  const kept = options.out === undefined ? undefined : keptIn(options.out, file);
  const lines = soughtIn(file).filter(({ number }) => !kept?.answered.has(number));
  if (kept && kept.answered.size > 0) terminal.complain(`lines answered already: ${kept.answered.size}`);
  try {
    const tally = await searchBy(lines, asking, (answer) =>
      kept ? kept.write(answer) : terminal.print(JSON.stringify(answer)),
    );
    tell(tally, terminal);
    return tally.refused + tally.left > 0 ? EXIT.mistakes : EXIT.fine;
  } catch (error) {
    if (!(error instanceof SearchFailed)) throw error;
    const again = kept ? '; what was answered is kept: the same command goes on' : '';
    terminal.complain(`error: ${error.message}${again}`);
    return EXIT.mistakes;
  }
}

function tell({ answered, found, refused, spent, left }: Tally, { complain, mark }: Terminal): void {
  complain(`lines answered: ${answered}, with hits: ${found}`);
  if (refused > 0) complain(mark('bad', `lines that cannot be searched by: ${refused}; their answers say why`));
  if (spent > 0) complain(mark('bad', `answers without clauses whose quota is used up (\`spent\`): ${spent}`));
  if (left > 0) complain(mark('bad', `lines not answered for now: ${left}; send them again`));
}

function askingOf({ url, token = process.env['CONCORDAT_TOKEN'], purpose }: SearchOptions): Asking {
  if (!token) throw new UsageError('there is no token: put one into CONCORDAT_TOKEN, or give `--token`');
  return { url: urlIn(url), token, purpose };
}

/** INVARIANT: neither a token nor a selector goes over a network in clear. */
function urlIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere)) return url;
  throw new UsageError(`\`${text}\` is no URL of a gateway: \`https://…\`, or \`http://\` on this machine`);
}
