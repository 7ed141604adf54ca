import { Option, type Command } from 'commander';
import { compileRuleset } from '../../policy/ruleset.ts';
import {
  purposeInWords,
  purposeOf,
  recipientOf,
  viewerInWords,
  withAsked,
  known,
  type AskedOptions,
} from '../asked.ts';
import { clauseTexts } from '../clause-texts.ts';
import { htmlOf } from '../matrix/html.ts';
import { markdownOf } from '../matrix/markdown.ts';
import { OWN_FIELDS, clausesIn, tableOf, type MatrixTable } from '../matrix/table.ts';
import { printTable } from '../matrix/terminal.ts';
import { putOut } from '../out.ts';
import { readSource, tellLeftOut, withSource, type Source, type SourceOptions } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat matrix --to DEA --for drug-trafficking/investigation
  concordat matrix --to DEA FBI --from ICE --for organized-crime/investigation --format markdown
  concordat matrix --to USAO --role prosecutor --for organized-crime/prosecution --format html --out matrix.html`;

const FORMATS = ['terminal', 'markdown', 'html', 'json'] as const;

interface Options extends SourceOptions, AskedOptions {
  readonly to: readonly string[];
  readonly from?: readonly string[];
  readonly category?: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly out?: string;
}

/** Adds the verb `matrix`. */
export function addMatrix(program: Command, terminal: Terminal, finish: Finish): void {
  const verb = program
    .command('matrix')
    .description('tell who sees what of whom for a purpose, and by which clause')
    .argument('[paths...]', 'folders or files of agreements (default: agreements)')
    .requiredOption('--to <agency...>', 'the agencies whose viewer looks')
    .option('--from <agency...>', 'the agencies whose data it is (default: every other one)')
    .option('--category <name...>', 'only fields of these categories')
    .addOption(new Option('--format <format>', 'how it is printed').choices(FORMATS).default('terminal'))
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write it to a file');
  withAsked(withSource(verb))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => finish(await matrix(paths, options, terminal)));
}

async function matrix(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  const source = await readSource(paths, options);
  const table = buildTable(source, options);
  const format = options.json ? 'json' : options.format;
  if (format === 'terminal' && options.out === undefined) printTable(table, terminal);
  else await putOut(textOf(table, format), options.out, terminal);
  return tellLeftOut(source, terminal) ? EXIT.mistakes : EXIT.fine;
}

function buildTable(source: Source, options: Options): MatrixTable {
  const { world, at } = source;
  const codes = world.parties.agencies.map(({ code }) => code);
  for (const code of options.from ?? []) known('agency', code, codes);
  for (const name of options.category ?? []) known('category', name, [...world.contract.categories.keys(), OWN_FIELDS]);
  refuseOwnOnly(options);
  const recipients = options.to.map((code) => recipientOf(code, options, world));
  const purpose = purposeOf(options, world);
  const ruleset = compileRuleset(source.ruleset, at);
  const originators = options.from ?? codes;
  const { columns, groups } = tableOf({ ruleset, recipients, originators, purpose, categories: options.category });
  return {
    ruleset: ruleset.digest,
    at: at.toISOString().slice(0, 10),
    viewer: viewerInWords(options.to, options),
    purpose: purposeInWords(purpose),
    columns,
    groups,
    clauses: clausesIn(groups, clauseTexts(source.ruleset.agreements)),
    asIfSigned: source.asIfSigned,
  };
}

/** An agency's own data has no columns: nobody's clauses speak of it. */
function refuseOwnOnly({ from, to }: Options): void {
  const [own] = to;
  if (!from || [...from, ...to].some((code) => code !== own)) return;
  throw new UsageError(
    `\`${own}\` sees all of its own data, by no clause: name another agency in \`--from\` or \`--to\``,
  );
}

function textOf(table: MatrixTable, format: Options['format']): string {
  switch (format) {
    case 'markdown':
      return markdownOf(table);
    case 'html':
      return htmlOf(table);
    case 'json':
      return JSON.stringify(table, null, 2);
    case 'terminal': {
      const lines: string[] = [];
      printTable(table, { print: (line) => void lines.push(line), mark: (_, text) => text });
      return lines.join('\n');
    }
  }
}
