import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { readGraph } from '../../policy/projection/graph.ts';
import { changesOf } from '../replay/changes.ts';
import { readRecorded } from '../replay/recorded.ts';
import { tellReplay } from '../replay/report.ts';
import { rulesetsOf } from '../replay/rulesets.ts';
import { surveyorOf, type Surveyor } from '../replay/surveyor.ts';
import { Tally, type Sum } from '../replay/tally.ts';
import { defaultAgreements, defaultSupergraph } from '../places.ts';
import { readSource, tellLeftOut, type Source } from '../source.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError, whyNot } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat replay operations.ndjson --draft drafts
  psql "$DATABASE_URL" -v FETCH_COUNT=10000 -Atc 'SELECT row_to_json(d) FROM ledger.disclosure d' | concordat replay - --draft drafts

A line is { "at", "viewer": { "agency", "role" }, "purpose": { "area", "use", "case" }, "query", "variables" }, or a row
of the ledger. Documents count as if every party had signed them.`;

interface Options {
  readonly draft: string;
  readonly current?: string;
  readonly supergraph?: string;
  readonly allowOpening?: boolean;
  readonly json?: boolean;
}

/** Adds the verb `replay`. */
export function addReplay(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('replay')
    .description('tell what each partner would gain or lose by a draft, had it been in force for recorded operations')
    .argument('<operations>', 'recorded operations, one JSON document a line; `-`: from standard input')
    .requiredOption('--draft <folder>', 'agreements as they would be')
    .option('--current <folder>', 'agreements as they are (default: agreements)')
    .option('--supergraph <file>', 'the composed graph that was asked')
    .option('--allow-opening', 'do not fail although something opens')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string, options: Options) => finish(await replay(path, options, terminal)));
}

async function replay(path: string, options: Options, terminal: Terminal): Promise<number> {
  const current = await readSource([options.current ?? defaultAgreements()], {});
  const draft = await readSource([options.draft], {});
  const broken = [current, draft].map((source) => tellLeftOut(source, terminal)).some(Boolean);
  const tally = new Tally();
  const judge = judgeBy(current, draft, surveyorIn(options.supergraph, current), tally);
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    const why = line.trim() === '' ? undefined : judge(line, number);
    if (why === undefined) continue;
    tally.setAside(number, why);
    if (!options.json) terminal.complain(`${path}:${number}: ${why}; set aside`);
  }
  const sum = tally.sum();
  if (options.json) terminal.print(JSON.stringify(sum, null, 2));
  else tellReplay(sum, terminal);
  return sum.aside > 0 || broken || (opens(sum) && !options.allowOpening) ? EXIT.mistakes : EXIT.fine;
}

/** As in `diff`: what somebody would gain, or get otherwise, needs a decision. */
function opens({ differences }: Sum): boolean {
  return differences.some(({ kind }) => kind === 'opens' || kind === 'widens' || kind === 'differs');
}

/** Replays one line. @returns why it cannot be */
function judgeBy(current: Source, draft: Source, survey: Surveyor, tally: Tally) {
  const [before, after] = [rulesetsOf(current.ruleset), rulesetsOf(draft.ruleset)];
  return (line: string, number: number): string | undefined => {
    try {
      const recorded = readRecorded(line, current.world);
      const { at = current.at, recipient, purpose } = recorded;
      const grants = [before(at), after(at)].map((ruleset) => ruleset.grant(recipient, purpose));
      tally.add(number, recipient.agency, changesOf(survey(recorded), grants[0]!, grants[1]!));
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
}

function surveyorIn(path: string | undefined, { world }: Source): Surveyor {
  const supergraph = path ?? defaultSupergraph();
  try {
    return surveyorOf(readGraph(readFileSync(supergraph, 'utf8'), world.parties.agencies));
  } catch (error) {
    throw new UsageError(`cannot read the composed graph \`${supergraph}\`: ${(error as Error).message}`);
  }
}

/** One line after the other, so that as many can be replayed as there are. */
async function* linesOf(path: string): AsyncIterable<string> {
  const input = path === '-' ? process.stdin : createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`cannot read \`${path}\`: ${whyNot(path, error)}`);
  }
}
