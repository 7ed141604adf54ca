import { Argument, type Command } from 'commander';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import { MOST_EPOCHS } from '../../matching/sealed.ts';
import { fingerprint } from '../../platform/blinding-file.ts';
import {
  addEpoch,
  blindingKeysAt,
  makeBlindingKeys,
  retireEpoch,
  useEpoch,
  type Rotated,
} from '../../platform/blinding-rotation.ts';
import { defaultBlindingKeys } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const ACTIONS = ['show', 'make', 'add', 'use', 'retire'] as const;

const EXAMPLES = `
Examples:
  concordat blinding-keys                      the epochs, each with a fingerprint to compare with other parties
  concordat blinding-keys make --file /etc/concordat/blinding.json
  concordat blinding-keys add                  a new epoch, which searches go by from now on
  concordat blinding-keys use 2                contributions are blinded under epoch 2
  concordat blinding-keys retire 1             what was blinded under epoch 1 is found no more

No key is ever printed. Every agency and the gateway have the same file; the index has none. Rotation: \`add\`, give the file
to the gateway and then to all agencies; \`use\`, give it to all again; \`retire\` when everything is contributed anew.`;

type Action = (typeof ACTIONS)[number];

interface Options {
  readonly file: string;
  readonly json?: boolean;
}

/** Adds the verb `blinding-keys`. */
export function addBlindingKeys(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('blinding-keys')
    .description('the keys by which selectors are blinded: make them, rotate them, compare them')
    .addArgument(new Argument('[action]', 'what to do').choices(ACTIONS).default('show'))
    .argument('[epoch]', 'the epoch to use or to retire: 2')
    .option('--file <path>', 'the file of keys', defaultBlindingKeys())
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (action: Action, epoch: string | undefined, options: Options) => {
      finish(await run(action, epochOf(action, epoch), options, terminal));
    });
}

async function run(action: Action, epoch: number, options: Options, terminal: Terminal): Promise<number> {
  const { file } = options;
  if (action !== 'make') await requireFile(file);
  switch (action) {
    case 'show':
      return show(await blindingKeysAt(file), options, terminal);
    case 'make':
      return make(options, terminal);
    case 'add':
      return told(await addEpoch(file), action, epoch, options, terminal);
    case 'use':
      return told(await useEpoch(file, epoch), action, epoch, options, terminal);
    case 'retire':
      return told(await retireEpoch(file, epoch), action, epoch, options, terminal);
  }
}

async function make(options: Options, terminal: Terminal): Promise<number> {
  const keys = await makeBlindingKeys(options.file);
  if (keys) return show(keys, options, terminal);
  terminal.complain(`there are blinding keys in \`${options.file}\` already, and they stay as they are`);
  return EXIT.mistakes;
}

function told(rotated: Rotated, action: 'add' | 'use' | 'retire', epoch: number, options: Options, terminal: Terminal) {
  if (rotated.is === 'changed') {
    terminal.complain(NEXT[action](rotated.epoch));
    return show(rotated.keys, options, terminal);
  }
  terminal.complain(WHY_NOT[rotated.why](epoch));
  return EXIT.mistakes;
}

function show({ current, epochs }: BlindingKeys, { file, json }: Options, { print }: Terminal): number {
  const shown = [...epochs].map(([epoch, key]) => ({
    epoch,
    fingerprint: fingerprint(key),
    isCurrent: epoch === current,
  }));
  if (json) print(JSON.stringify({ file, epochs: shown }, null, 2));
  else
    for (const { epoch, fingerprint: mark, isCurrent } of shown)
      print(`epoch ${epoch}: ${mark}${isCurrent ? ', contributions are blinded under it' : ''}`);
  return EXIT.fine;
}

const NEXT = {
  add: (epoch: number) =>
    `epoch ${epoch} is searched by from now on: give the file to the gateway, then to all agencies, then \`use ${epoch}\``,
  use: (epoch: number) =>
    `contributions are blinded under epoch ${epoch} from now on: retire the others when agencies have contributed everything anew`,
  retire: (epoch: number) => `epoch ${epoch} is gone from this file: what was blinded under it is found no more`,
} as const;

const WHY_NOT: Readonly<Record<(Rotated & { is: 'refused' })['why'], (epoch: number) => string>> = {
  unknown: (epoch) => `there is no epoch ${epoch} in this file`,
  current: (epoch) => `epoch ${epoch} stays: contributions are blinded under it; \`use\` another one first`,
  'too many': () =>
    `there are ${MOST_EPOCHS} epochs, and no search goes by more: \`retire\` one under which nothing is blinded any more (\`npm run epochs\`)`,
  'no further number': () => 'there is no further number for an epoch',
};

async function requireFile(file: string): Promise<void> {
  await blindingKeysAt(file).catch((error: unknown) => {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isGone) throw new UsageError(`there are no blinding keys in \`${file}\`: say \`--file\`, or \`make\` them`);
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new UsageError((error as Error).message);
  });
}

/** 0 where none is needed. @throws UsageError */
function epochOf(action: Action, text: string | undefined): number {
  const isNeeded = action === 'use' || action === 'retire';
  if (!isNeeded && text === undefined) return 0;
  if (!isNeeded) throw new UsageError(`\`${action}\` takes no epoch: leave out \`${text}\``);
  if (text !== undefined && /^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(`say which epoch: \`concordat blinding-keys ${action} 2\``);
}
