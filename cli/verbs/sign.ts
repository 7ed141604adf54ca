import { join } from 'node:path';
import type { Command } from 'commander';
import type { JWK } from 'jose';
import type { Agreement } from '../../policy/agreement.ts';
import { checkDocuments, type CheckedDocument } from '../../policy/document/check-documents.ts';
import { printMistake } from '../../policy/document/mistake.ts';
import { digestOf } from '../../policy/signature/canonical.ts';
import { foundedGroups, signatoriesOf } from '../../policy/signature/signatories.ts';
import { signAgreement } from '../../policy/signature/sign.ts';
import { readKeysFolder, readSignatures } from '../../platform/agreements.ts';
import { replaceFile } from '../../platform/atomic-write.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { gather } from '../gather.ts';
import { defaultHome } from '../places.ts';
import { readPrivateKey } from '../private-key.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import type { Finish } from '../verb.ts';
import { readWorld } from '../world.ts';

const EXAMPLES = `
Examples:
  concordat sign agreements/ice-dea-2009.yaml --party ICE --key .concordat/private/ICE.json
  concordat sign agreements/ofc-ice-2009.yaml --party OFC --key .concordat/private/USAO.json

A group is signed for by its coordinator. An agreement with mistakes is not signed.`;

interface Options {
  readonly party: string;
  readonly key: string;
  readonly signatures: string;
  readonly json?: boolean;
}

/** Adds the verb `sign`. */
export function addSign(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('sign')
    .description('sign an agreement for a party')
    .argument('<file>', 'the agreement')
    .requiredOption('--party <code>', 'the party that signs, as the agreement names it')
    .requiredOption('--key <file>', 'its private key: a JWK, or what `keygen` made')
    .option('--signatures <dir>', 'where signatures are kept', join(defaultHome(), 'signatures'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: Options) => finish(await sign(file, options, terminal)));
}

async function sign(file: string, options: Options, { print, complain }: Terminal): Promise<number> {
  const key = await readPrivateKey(options.key);
  const { documents, chosen, partiesPath } = await gather([file]);
  if (!chosen.has(join(file))) throw new UsageError(`\`${file}\` is a folder: name the agreement that is to be signed`);
  const read = await readWorld(partiesPath);
  const checked = read.kind === 'valid' ? checkDocuments(documents, read.world) : [];
  const own = checked.find(({ path }) => chosen.has(path));
  const mistakes = read.kind === 'broken' ? read.mistakes : (own?.mistakes ?? []);
  for (const mistake of mistakes) complain(printMistake(mistake));
  if (mistakes.length > 0 || !own?.agreement) return EXIT.mistakes;
  const { signature, signer } = signFor(own.agreement, options.party, key, checked);
  await refuseStrangeKey(signer, key, join(options.signatures, '..', 'keys'));
  const path = await keep(own.agreement, options, signature);
  const signed = { agreement: own.agreement.id, digest: digestOf(own.agreement), party: options.party, path };
  if (options.json) print(JSON.stringify(signed, null, 2));
  else [`${signed.agreement} ${signed.digest}`, `signed for ${signed.party}: ${path}`].forEach(print);
  return EXIT.fine;
}

/** Where the signer's published keys lie beside the signatures, the key must be one of them: another would only spoil a signature. */
async function refuseStrangeKey(signer: string, key: JWK, folder: string): Promise<void> {
  const published = await readKeysFolder(folder).catch(() => undefined);
  const keys = published?.get(signer)?.agreements.keys;
  if (!keys || keys.some(({ kid, x }) => kid === key.kid && x === key.x)) return;
  throw new UsageError(`the key is none that ${signer} publishes in \`${folder}\`; nothing was signed`);
}

function signFor(agreement: Agreement, party: string, key: JWK, checked: readonly CheckedDocument[]) {
  if (!agreement.parties.includes(party)) {
    throw new UsageError(`\`${party}\` is no party of \`${agreement.id}\`: ${agreement.parties.join(', ')}`);
  }
  const all = checked.flatMap(({ agreement: found }) => (found ? [{ agreement: found, digest: digestOf(found) }] : []));
  const { agencies, charters } = signatoriesOf(agreement, foundedGroups(all));
  return {
    signature: signAgreement(agreement, party, key, charters, new Date()),
    signer: agencies.get(party) ?? party,
  };
}

async function keep({ id }: Agreement, { party, signatures }: Options, signature: string): Promise<string> {
  makeFolder(signatures);
  const others = (await readSignatures(signatures))[id] ?? {};
  const path = join(signatures, `${id}.json`);
  await replaceFile(path, `${JSON.stringify({ ...others, [party]: signature }, null, 2)}\n`);
  return path;
}
