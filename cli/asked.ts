import { InvalidArgumentError, type Command } from 'commander';
import { didYouMean } from '../policy/document/suggest.ts';
import type { World } from '../policy/document/world.ts';
import { CALLER_LIMITS } from '../policy/caller-limits.ts';
import { isPlainText } from '../policy/plain-text.ts';
import { problemOf } from '../policy/purpose-demands.ts';
import type { Recipient } from '../policy/recipient.ts';
import { STAGES, type Purpose, type Stage } from '../schema/purposes.ts';
import { UsageError } from './usage.ts';

/** Who asks, and what for, as a caller writes it. */
export interface AskedOptions {
  readonly role: string;
  readonly training?: readonly string[];
  readonly clearance?: string;
  readonly contactPoint?: boolean;
  readonly sub?: string;
  /** `area/use`. */
  readonly for: string;
  readonly stage?: Stage;
  readonly match?: readonly string[];
  readonly search?: string;
  readonly offence?: string;
  readonly offenceMonths?: number;
  readonly request?: string;
  readonly justification?: string;
}

/** Adds the options that say who asks, the agency left aside, and what for. */
export function withAsked(command: Command): Command {
  return command
    .requiredOption('--for <area/use>', 'what for: drug-trafficking/investigation')
    .option('--role <role>', "the viewer's role", 'analyst')
    .option('--training <code...>', 'trainings that the agency vouches for')
    .option('--clearance <code>', 'clearance that the agency vouches for')
    .option('--contact-point', "the viewer is the agency's contact point")
    .option('--sub <name>', 'the officer, as clauses name officers: officer-17')
    .option('--stage <stage>', `stage of the exchange: ${STAGES.join(', ')}`, oneOf(STAGES))
    .option('--match <id...>', "objects whose match the viewer's own staff has confirmed")
    .option('--search <kind>', 'kind of search: tp-tp')
    .option('--offence <code>', "the offence, as the viewer's law cites it: '18 USC 1591'")
    .option('--offence-months <months>', 'the longest sentence for it, in months', months)
    .option('--request <number>', 'the request that the originator has released')
    .option('--justification <text>', 'why life is in danger, for the use threat-to-life');
}

/** The viewer of an agency. @throws UsageError for a word that nobody knows */
export function recipientOf(agency: string, options: AskedOptions, { viewers, parties }: World): Recipient {
  known(
    'agency',
    agency,
    parties.agencies.map(({ code }) => code),
  );
  known('role', options.role, viewers.roles.keys());
  for (const training of options.training ?? []) known('training', training, viewers.trainings.keys());
  if (options.clearance !== undefined) known('clearance', options.clearance, viewers.clearances.keys());
  return {
    agency,
    role: options.role,
    trainings: [...(options.training ?? [])].sort(),
    contactPoint: options.contactPoint ?? false,
    ...(options.clearance === undefined ? {} : { clearance: options.clearance }),
    ...(options.sub === undefined ? {} : { sub: options.sub }),
  };
}

/** What the viewer asks for. @throws UsageError for a word that nobody knows, and for what the gateway refuses */
export function purposeOf(options: AskedOptions, { purposes }: World): Purpose {
  const [area = '', use = '', ...more] = options.for.split('/');
  if (use === '' || more.length > 0) {
    throw new UsageError(`\`--for ${options.for}\` is not an area and a use: drug-trafficking/investigation`);
  }
  known('crime area', area, purposes.areas.keys());
  known('use', use, purposes.uses.keys());
  if (options.search !== undefined) known('kind of search', options.search, purposes.searches.keys());
  const purpose = { area, use, case: 'concordat', ...statedOf(options) };
  const problem = textProblemOf(options) ?? problemOf(purpose, purposes)?.detail;
  if (problem !== undefined) throw new UsageError(`the gateway refuses such a purpose: ${inOptions(problem)}`);
  return purpose;
}

/** The gateway tells of parts; here they are options. */
function inOptions(problem: string): string {
  return problem.replaceAll('`matches`', '`--match`').replace(/`stage=([a-z-]+)`/, '`--stage $1`');
}

function textProblemOf({
  match = [],
  offence,
  offenceMonths,
  request,
  justification,
}: AskedOptions): string | undefined {
  const {
    reference,
    matches,
    request: longestRequest,
    justification: longest,
    offence: longestOffence,
  } = CALLER_LIMITS;
  const texts: readonly (readonly [string, readonly string[], number])[] = [
    ['match', match, reference],
    ['offence', offence === undefined ? [] : [offence], longestOffence],
    ['request', request === undefined ? [] : [request], longestRequest],
    ['justification', justification === undefined ? [] : [justification], longest],
  ];
  const wrong = texts.find(([, values, most]) => values.some((value) => !isPlainText(value, most)));
  if (wrong) return `\`--${wrong[0]}\` is empty, has control characters in it, or more than ${wrong[2]} characters`;
  if (match.length > matches) return `\`--match\` names more than ${matches} objects`;
  if (offence !== undefined && offenceMonths === undefined)
    return 'the offence lacks its longest sentence: `--offence-months`';
  return undefined;
}

/** Words that are listed where none is near. */
const MOST_NAMED = 60;

/** A word of the caller's that must be one of those known. @throws UsageError */
export function known(what: string, word: string, words: Iterable<string>): void {
  const all = [...words];
  if (all.includes(word)) return;
  const hint = didYouMean(word, all);
  if (hint) throw new UsageError(`unknown ${what} \`${word}\` (${hint})`);
  throw new UsageError(`unknown ${what} \`${word}\`${all.length > MOST_NAMED ? '' : `: one of ${all.join(', ')}`}`);
}

function statedOf({
  stage,
  match,
  search,
  offence,
  offenceMonths,
  request,
  justification,
}: AskedOptions): Partial<Purpose> {
  const stated = offence !== undefined || offenceMonths !== undefined;
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(match === undefined ? {} : { matches: [...match].sort() }),
    ...(search === undefined ? {} : { search }),
    ...(stated ? { offence: { code: offence ?? 'not stated', maxPenaltyMonths: offenceMonths ?? 0 } } : {}),
    ...(request === undefined ? {} : { request }),
    ...(justification === undefined ? {} : { justification }),
  };
}

function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((known) => known === text);
    if (word === undefined) throw new InvalidArgumentError(`one of ${words.join(', ')}`);
    return word;
  };
}

function months(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a number of months');
}

/** Who asks, in words: `analyst of DEA, with the training privacy`. */
export function viewerInWords(agencies: readonly string[], options: AskedOptions): string {
  const { role, training, clearance, contactPoint, sub } = options;
  return [
    `${role} of ${agencies.join(', ')}`,
    ...(training ? [`with the training ${training.join(', ')}`] : []),
    ...(clearance === undefined ? [] : [`cleared for ${clearance}`]),
    ...(contactPoint ? ['a contact point'] : []),
    ...(sub === undefined ? [] : [`officer ${sub}`]),
  ].join(', ');
}

/** What for, in words: `drug-trafficking/investigation at the stage match`. */
export function purposeInWords({ area, use, stage, matches, search, offence, request }: Purpose): string {
  return [
    `${area}/${use}`,
    ...(stage === undefined ? [] : [`at the stage ${stage}`]),
    ...(matches === undefined ? [] : [`on the match of ${matches.join(', ')}`]),
    ...(search === undefined ? [] : [`by a search ${search}`]),
    ...(offence === undefined ? [] : [`with an offence of ${offence.maxPenaltyMonths} months`]),
    ...(request === undefined ? [] : [`on the request ${request}`]),
  ].join(' ');
}
