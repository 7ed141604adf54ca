import type { Command } from 'commander';
import { inWords } from '../../policy/condition/in-words.ts';
import { changesFor } from '../../policy/explain/changes.ts';
import { explain, type Explanation, type Question } from '../../policy/explain/explain.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import {
  known,
  purposeInWords,
  purposeOf,
  recipientOf,
  viewerInWords,
  withAsked,
  type AskedOptions,
} from '../asked.ts';
import { clauseTexts } from '../clause-texts.ts';
import { phrasesFor } from '../../policy/explain/phrases.ts';
import { tell, type Telling } from '../explain/tell.ts';
import { readSource, tellLeftOut, withSource, type Source, type SourceOptions } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat explain Record.narrative --from ICE --to DEA --for drug-trafficking/investigation
  concordat explain Person.surname --from ICE --to USAO --role prosecutor --for organized-crime/prosecution
  concordat explain IceRecord.seizureNumber --from ICE --to DEA --for drug-trafficking/investigation --json`;

interface Options extends SourceOptions, AskedOptions {
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** Adds the verb `explain`. */
export function addExplain(program: Command, terminal: Terminal, finish: Finish): void {
  const verb = program
    .command('explain')
    .description('tell why a viewer sees a field or does not, and what would have to change')
    .argument('<field>', 'a field of the contract, or of an agency: Record.narrative')
    .argument('[paths...]', 'folders or files of agreements (default: agreements)')
    .requiredOption('--from <agency>', 'the agency whose data it is')
    .requiredOption('--to <agency>', 'the agency whose viewer looks')
    .option('--json', 'print one JSON document');
  withAsked(withSource(verb))
    .addHelpText('after', EXAMPLES)
    .action(async (field: string, paths: string[], options: Options) =>
      finish(await explainField(field, paths, options, terminal)),
    );
}

async function explainField(
  field: string,
  paths: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<number> {
  const source = await readSource(paths, options);
  const question = questionOf(field, options, source);
  const ruleset = compileRuleset(source.ruleset, source.at);
  const { parties, purposes, viewers } = source.world;
  const { dormant, consents } = ruleset;
  const { agencies } = parties;
  const explanation = explain(question, { ruleset, dormant, agencies, consents, purposes, viewers });
  const telling = tellingOf(explanation, question, options, source);
  if (options.json) terminal.print(JSON.stringify(plain(explanation, telling), null, 2));
  else tell(explanation, telling, terminal);
  return tellLeftOut(source, terminal) ? EXIT.mistakes : EXIT.fine;
}

function questionOf(field: string, options: Options, { world }: Source): Question {
  known('field', field, [...world.contract.governed.keys(), ...world.ownFields]);
  known(
    'agency',
    options.from,
    world.parties.agencies.map(({ code }) => code),
  );
  const recipient = recipientOf(options.to, options, world);
  if (options.from === options.to)
    throw new UsageError(`\`${options.to}\` sees all of its own data: name two agencies`);
  return { originator: options.from, coordinate: field, recipient, purpose: purposeOf(options, world) };
}

function tellingOf(explanation: Explanation, question: Question, options: Options, source: Source): Telling {
  const viewer = viewerInWords([options.to], options);
  const at = source.at.toISOString().slice(0, 10);
  const signed = source.asIfSigned ? 'as if all had signed' : 'as signed';
  return {
    asked: `${question.coordinate} of ${options.from}, for ${viewer}, for ${purposeInWords(question.purpose)}, at ${at}, ${signed}`,
    texts: clauseTexts(source.ruleset.agreements),
    phrases: phrasesFor(options.to),
    changes: changesFor(explanation, question),
  };
}

/** The same as plain JSON, conditions in words. */
function plain({ cell, rows, speaking, quiet }: Explanation, { asked, phrases, changes }: Telling) {
  return {
    asked,
    ...cell,
    rows: inWords(rows, phrases),
    speaking: speaking.map((clause) => ({ ...clause, rows: inWords(clause.rows, phrases) })),
    quiet,
    changes,
  };
}
