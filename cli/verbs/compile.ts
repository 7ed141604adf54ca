import type { Command } from 'commander';
import { stringify } from 'yaml';
import { decompile } from '../../policy/decompile/decompile.ts';
import { compileRuleset, type Ruleset } from '../../policy/ruleset.ts';
import { compiledOf, type AgreementLine, type CompiledRuleset } from '../compiled.ts';
import { putOut } from '../out.ts';
import { readSource, tellLeftOut, withSource, type SourceOptions } from '../source.ts';
import type { Mark, Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat compile                                      what is in force today, if every document were signed
  concordat compile --at 2027-01-01                      what will be
  concordat compile --signatures .concordat/signatures   only what is really signed
  concordat compile --json --out ruleset.json
  concordat compile --normal-form                        the same ruleset as documents, written in the one plain way`;

interface Options extends SourceOptions {
  readonly json?: boolean;
  readonly normalForm?: boolean;
  readonly out?: string;
}

/** Adds the verb `compile`. */
export function addCompile(program: Command, terminal: Terminal, finish: Finish): void {
  const verb = program
    .command('compile')
    .description('tell the ruleset at an instant: what is in force and why, rules, groups, digest')
    .argument('[paths...]', 'folders or files of agreements (default: agreements)')
    .option('--json', 'print one JSON document: the whole ruleset')
    .option(
      '--normal-form',
      'print documents that decide the same: groups and categories expanded, everything in order',
    )
    .option('--out <file>', 'write it to a file');
  withSource(verb)
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => finish(await compile(paths, options, terminal)));
}

async function compile(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const source = await readSource(paths, options);
  const ruleset = compileRuleset(source.ruleset, source.at);
  if (options.normalForm) {
    await putOut(normalForm(ruleset, options), options.out, terminal);
    return tellLeftOut(source, terminal) ? EXIT.mistakes : EXIT.fine;
  }
  const compiled = compiledOf(ruleset, source);
  const json = JSON.stringify(compiled, null, 2);
  if (options.json || options.out !== undefined) await putOut(json, options.out, terminal);
  if (!options.json) report(compiled, Buffer.byteLength(json), terminal);
  return tellLeftOut(source, terminal) ? EXIT.mistakes : EXIT.fine;
}

/** A YAML stream of agreements or, with `--json`, a list of them. */
function normalForm(ruleset: Ruleset, { json }: Options): string {
  const documents = decompile(ruleset);
  if (json) return JSON.stringify(documents, null, 2);
  return documents.map((document) => `---\n${stringify(document, { aliasDuplicateObjects: false })}`).join('');
}

function report(compiled: CompiledRuleset, bytes: number, { print, mark }: Terminal): void {
  const { digest, at, until, asIfSigned, inForce, notInForce, groups, rules } = compiled;
  const shares = rules.filter(({ effect }) => effect === 'share').length;
  print(`${mark('strong', 'ruleset')}  ${digest}`);
  print(`at       ${at}${asIfSigned ? ', as if every document were signed' : ''}`);
  print(`until    ${until ?? 'no change is known'}`);
  print(`rules    ${rules.length}: ${shares} share, ${rules.length - shares} withhold; ${bytes} bytes as JSON`);
  tellAgreements('in force', 'good', inForce, { print, mark });
  tellAgreements('not in force', 'bad', notInForce, { print, mark });
  if (Object.keys(groups).length > 0) print(`\n${mark('strong', 'groups')}`);
  for (const [code, members] of Object.entries(groups)) print(`  ${code}: ${members.map(memberInWords).join(', ')}`);
}

function tellAgreements(
  title: string,
  style: Mark,
  agreements: readonly AgreementLine[],
  { print, mark }: Pick<Terminal, 'print' | 'mark'>,
): void {
  if (agreements.length === 0) return;
  print(`\n${mark('strong', title)}`);
  const width = Math.max(...agreements.map(({ id }) => id.length));
  for (const { id, standing } of agreements) print(`  ${mark(style, id.padEnd(width))}  ${standing}`);
}

function memberInWords({ agency, participation, since }: CompiledRuleset['groups'][string][number]): string {
  const more = [...(participation === 'active' ? [] : [participation]), ...(since === null ? [] : [`since ${since}`])];
  return more.length > 0 ? `${agency} (${more.join(', ')})` : agency;
}
