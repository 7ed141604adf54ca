import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Agreement } from '../../policy/agreement.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import { toCedar } from '../../policy/export/cedar/cedar.ts';
import type { NotCarried } from '../../policy/export/not-carried.ts';
import { toOdrl } from '../../policy/export/odrl/odrl.ts';
import { gather, type Gathered } from '../gather.ts';
import { putOut } from '../out.ts';
import { defaultAgreements } from '../places.ts';
import { sourceFrom, tellLeftOut, withSource, type Source, type SourceOptions } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat export --cedar agreements/ --out cedar/       policies.cedar, schema.cedarschema, entities.json
  concordat export --cedar agreements/ofc-2009.yaml       the policies, with what they do not say
  concordat export --odrl agreements/ --out odrl/         one JSON-LD document for each agreement
  concordat export --odrl agreements/ --json              what ODRL cannot carry

docs/export.md describes both. The exit status is 1 when a clause is not carried whole.`;

interface Options extends SourceOptions {
  readonly cedar?: boolean;
  readonly odrl?: boolean;
  readonly out?: string;
  readonly json?: boolean;
}

/** What is exported: texts by the names of their files, and what they do not carry. */
interface Exported {
  readonly files: ReadonlyMap<string, string>;
  /** Without `--out`, these are printed. */
  readonly printed: readonly string[];
  readonly notCarried: readonly NotCarried[];
}

/** Adds the verb `export`. */
export function addExport(program: Command, terminal: Terminal, finish: Finish): void {
  const verb = program
    .command('export')
    .description('write agreements as Cedar policies or as ODRL, and tell what those cannot carry')
    .argument('[paths...]', 'folders or files of agreements (default: agreements)')
    .option('--cedar', 'as Cedar policies, with their schema, as things stand at the instant')
    .option('--odrl', 'as W3C ODRL 2.2, one document for each agreement')
    .option('--out <dir>', 'write files to a folder')
    .option('--json', 'print what cannot be carried, as one JSON document');
  withSource(verb)
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: Options) => finish(await exportAll(paths, options, terminal)));
}

async function exportAll(paths: readonly string[], options: Options, terminal: Terminal): Promise<number> {
  if (Boolean(options.cedar) === Boolean(options.odrl)) throw new UsageError('choose one: `--cedar` or `--odrl`');
  const gathered = await gather(paths.length > 0 ? paths : [defaultAgreements()]);
  const source = await sourceFrom(gathered, options);
  const exported = options.cedar ? asCedar(source, chosenOf(gathered)) : asOdrl(source, chosenOf(gathered));
  await tell(exported, options, terminal);
  const broken = tellLeftOut(source, terminal);
  return broken || exported.notCarried.length > 0 ? EXIT.mistakes : EXIT.fine;
}

/** Ids of the agreements that the caller named; their neighbours only say who belongs to groups. */
function chosenOf({ documents, chosen }: Gathered): ReadonlySet<string> {
  const read = documents.filter(({ path }) => chosen.has(path)).map(({ path, text }) => readAgreement(path, text));
  return new Set(read.flatMap((of) => (of.kind === 'broken' ? [] : [of.agreement.id])));
}

function asCedar({ ruleset, world, at }: Source, chosen: ReadonlySet<string>): Exported {
  const { agencies } = world.parties;
  const documents = { agreements: agreementsIn({ ruleset }), notices: noticesIn({ ruleset }), at };
  const { contract, viewers, purposes } = world;
  const cedar = toCedar({ ...documents, agencies, contract, viewers, chosen }, purposes);
  const policies = [`// As it stands at ${at.toISOString()}.`, ...cedar.notCarried.map(comment)].join('\n');
  const text = `${policies}\n\n${[...cedar.policies.values()].join('\n')}`;
  const files = new Map([
    ['policies.cedar', text],
    ['schema.cedarschema', cedar.schema],
    ['entities.json', JSON.stringify(cedar.entities, null, 2)],
  ]);
  return { files, printed: [text], notCarried: cedar.notCarried };
}

function asOdrl({ ruleset, world }: Source, chosen: ReadonlySet<string>): Exported {
  const all = agreementsIn({ ruleset }).filter(({ id }) => chosen.has(id));
  const exported = all.map((agreement) => ({ id: agreement.id, ...toOdrl(agreement, world.purposes) }));
  const texts = exported.map(({ id, document }) => [`${id}.jsonld`, JSON.stringify(document, null, 2)] as const);
  const files = new Map(texts);
  return { files, printed: [...files.values()], notCarried: exported.flatMap(({ notCarried }) => notCarried) };
}

function agreementsIn({ ruleset }: Pick<Source, 'ruleset'>): readonly Agreement[] {
  return ruleset.agreements.map(({ agreement }) => agreement);
}

function noticesIn({ ruleset }: Pick<Source, 'ruleset'>) {
  return (ruleset.notices ?? []).map(({ notice }) => notice);
}

function comment({ clause, what }: NotCarried): string {
  return `// Not carried of ${clause}: ${what}.`;
}

async function tell({ files, printed, notCarried }: Exported, options: Options, terminal: Terminal): Promise<void> {
  const { out, json } = options;
  if (out !== undefined) {
    await mkdir(out, { recursive: true });
    for (const [name, text] of files) await putOut(text, join(out, name), terminal);
  }
  if (json) return terminal.print(JSON.stringify({ notCarried }, null, 2));
  if (out === undefined) printed.forEach((text) => terminal.print(text.trimEnd()));
  for (const { clause, what } of notCarried) terminal.complain(`not carried of ${clause}: ${what}`);
}
