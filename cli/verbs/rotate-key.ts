import { existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import { privatePath, publishedPath, publishedSet, type KeyUse, type WhichKey } from '../../platform/key-files.ts';
import { beginRotation, finishRotation, retireKey, type NotRetired } from '../../platform/key-rotation.ts';
import { keyFolders } from '../../platform/party-keys.ts';
import { suggest } from '../../policy/document/suggest.ts';
import { defaultHome } from '../places.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';

const USES: readonly KeyUse[] = ['agreements', 'viewers', 'service'];
const GATEWAY = 'gateway';

const EXAMPLES = `
Examples:
  concordat rotate-key gateway                                  a new key signs after a minute
  concordat rotate-key DEA --use viewers --overlap 3600         after an hour: others pin a copy
  concordat rotate-key gateway --retire gateway-Xk2…            nothing that the old one signed counts any more
  concordat rotate-key DEA --retire DEA-agreements-Xk2… --void-signatures

The new key is published beside the old one, and signs when the overlap is over; nobody is refused meanwhile. A call that
is interrupted goes on when it is made again. Whoever pins a copy of KEYS elsewhere needs the new one before the overlap ends.`;

interface Options {
  readonly use?: string;
  readonly home: string;
  readonly overlap: string;
  readonly retire?: string;
  readonly voidSignatures?: boolean;
}

/** Adds the verb `rotate-key`. */
export function addRotateKey(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('rotate-key')
    .description("put a new key in the place of a party's, or the gateway's, without an interruption")
    .argument('<code>', 'code of the party, or `gateway`')
    .option('--use <use>', `which of a party's keys: ${USES.join(', ')}`)
    .option('--home <dir>', 'where `keys` and `private` are', defaultHome())
    .option('--overlap <seconds>', 'for how long both are published before the new one signs', '60')
    .option('--retire <kid>', 'withdraw an old public key instead')
    .option('--void-signatures', 'retire a key for agreements, and with it every signature that it made')
    .addHelpText('after', EXAMPLES)
    .action(async (code: string, options: Options) => {
      finish(await (options.retire === undefined ? rotate : retire)(code, options, terminal));
    });
}

async function rotate(name: string, options: Options, { print, complain }: Terminal): Promise<number> {
  const which = { home: options.home, name, use: useOf(name, options) };
  const overlap = secondsIn(options);
  const rotation = await beginRotation(which, new Date());
  if (!rotation) throw new UsageError(`the keys of \`${name}\` are not in \`${options.home}\`: ${remedy(which)}`);
  print(`published: ${rotation.kid}, beside ${rotation.old}, in ${publishedPath(which)}`);
  const rest = rotation.published.getTime() + overlap * 1000 - Date.now();
  if (rest > 0) {
    complain(`${rotation.old} signs for ${seconds(rest)} more, until all have read the new one`);
    await pause(rest);
  }
  await finishRotation(which);
  print(`signs: ${rotation.kid}, in ${privatePath(which)}`);
  complain(afterwards(which, rotation.old));
  return EXIT.fine;
}

/** What makes the keys, where there are none. */
function remedy({ home, name }: WhichKey): string {
  if (name === GATEWAY) return 'the first `npm start` makes them there; elsewhere say `--home`';
  const codes = codesIn(home);
  if (codes.length === 0) return 'no party has keys there; say `--home`, or make them by the first `npm start`';
  return suggest(name, codes) ?? `say \`--home\`, or a party whose keys are there: ${codes.join(', ')}`;
}

/** Parties that have private keys here. */
function codesIn(home: string): readonly string[] {
  const folder = keyFolders(home).private;
  const names = existsSync(folder) ? readdirSync(folder).map((file) => parse(file)) : [];
  return names.filter(({ ext, name }) => ext === '.json' && name !== GATEWAY).map(({ name }) => name);
}

function seconds(milliseconds: number): string {
  const count = Math.ceil(milliseconds / 1000);
  return count === 1 ? '1 second' : `${count} seconds`;
}

function afterwards({ home, name, use }: WhichKey, old: string): string {
  if (use === 'agreements') return `${old} stays published: its signatures count. Retire it only if it was stolen`;
  const when =
    use === 'viewers' ? 'the last token that the old key signed has expired (12 hours at most)' : 'a minute has passed';
  const where = home === defaultHome() ? '' : ` --home ${home}`;
  return `once ${when}, retire the old key:\n  npx concordat rotate-key ${name} --retire ${old}${where}`;
}

async function retire(name: string, options: Options, { print, complain }: Terminal): Promise<number> {
  const kid = options.retire!;
  const which = await holding(name, kid, options);
  if (which.use === 'agreements' && !options.voidSignatures) {
    complain(`every agreement that ${name} signed with \`${kid}\` would share nothing until ${name} signs it again`);
    complain('say `--void-signatures` if that is what is wanted: when the private key was stolen');
    return EXIT.mistakes;
  }
  const refused = await retireKey(which, kid);
  if (refused) {
    complain(`\`${kid}\` stays: ${WHY[refused]}`);
    return EXIT.mistakes;
  }
  print(`retired: ${kid}, from ${publishedPath(which)}; nothing that it signed counts any more`);
  return EXIT.fine;
}

const WHY: Readonly<Record<NotRetired, string>> = {
  unknown: 'no such key is published',
  signs: 'it is the one that signs; rotate first',
  'about to sign': 'it is about to sign; make the same call without `--retire` first',
};

/** Of a party's three sets the one that has the key, unless the caller names it. */
async function holding(name: string, kid: string, options: Options): Promise<WhichKey> {
  refuseStrangeName(name);
  const uses = name === GATEWAY ? [undefined] : options.use === undefined ? USES : [useOf(name, options)];
  for (const use of uses) {
    const which = { home: options.home, name, use };
    if ((await publishedSet(which))?.keys.some((key) => key.kid === kid)) return which;
  }
  throw new UsageError(`\`${name}\` publishes no key \`${kid}\` in \`${options.home}\``);
}

function useOf(name: string, { use }: Options): KeyUse | undefined {
  refuseStrangeName(name);
  if (name === GATEWAY && use === undefined) return undefined;
  const found = name === GATEWAY ? undefined : USES.find((known) => known === use);
  if (found) return found;
  throw new UsageError(
    name === GATEWAY ? 'the gateway has one key: leave out `--use`' : `say which key: \`--use ${USES.join('|')}\``,
  );
}

function refuseStrangeName(name: string): void {
  if (name === GATEWAY || /^[A-Z][A-Z0-9-]{1,15}$/.test(name)) return;
  throw new UsageError(`\`${name}\` is no code of a party: \`IRS-CI\`, or \`gateway\``);
}

function secondsIn({ overlap }: Options): number {
  if (/^\d{1,7}$/.test(overlap)) return Number(overlap);
  throw new UsageError(`\`${overlap}\` is no whole number of seconds`);
}
