import { join } from 'node:path';
import type { Command } from 'commander';
import type { AgreementReport } from '../../policy/bundle.ts';
import { printMistake } from '../../policy/document/mistake.ts';
import type { NoticeReport } from '../../policy/signature/notices.ts';
import type { PartyVerification } from '../../policy/signature/verification.ts';
import { openFolder } from '../opened.ts';
import { defaultAgreements, defaultHome } from '../places.ts';
import type { Mark, Terminal } from '../terminal.ts';
import { EXIT } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat verify
  concordat verify agreements --keys /etc/concordat/keys --signatures /var/lib/concordat/signatures

The digest is of the bytes that must have been signed: the agreement as canonical JSON (RFC 8785).`;

interface Options {
  readonly keys: string;
  readonly signatures: string;
  readonly notices: string;
  readonly json?: boolean;
}

/** Adds the verb `verify`. */
export function addVerify(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('verify')
    .description('tell whose signature of which agreement is right, missing or wrong')
    .argument('[folder]', 'folder of agreements (default: agreements)')
    .option('--keys <dir>', "the parties' published keys", join(defaultHome(), 'keys'))
    .option('--signatures <dir>', 'where signatures are kept', join(defaultHome(), 'signatures'))
    .option('--notices <dir>', 'where notices are kept', join(defaultHome(), 'notices'))
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string | undefined, options: Options) => finish(await verify(folder, options, terminal)));
}

async function verify(folder = defaultAgreements(), options: Options, terminal: Terminal): Promise<number> {
  const { reports, noticeReports } = (await openFolder(folder, options)).opened;
  if (options.json) terminal.print(JSON.stringify([...reports.map(plain), ...noticeReports.map(notice)], null, 2));
  else {
    reports.forEach((report) => tell(report, folder, terminal));
    noticeReports.forEach((report) => tellNotice(report, terminal));
  }
  return [...reports, ...noticeReports].every(({ status }) => status === 'signed') ? EXIT.fine : EXIT.mistakes;
}

const MARKS: Readonly<Record<AgreementReport['status'], Mark>> = { signed: 'good', unsigned: 'bad', broken: 'bad' };

function tell(
  { path, id, status, mistakes, verification }: AgreementReport,
  folder: string,
  { print, mark }: Terminal,
): void {
  print(
    `${mark(MARKS[status], status.padEnd(8))} ${id ?? path} ${mark('faint', verification?.digest ?? '')}`.trimEnd(),
  );
  for (const mistake of mistakes) print(`         ${printMistake(mistake)}`);
  for (const [party, state] of verification?.parties ?? []) {
    if (state.status !== 'signed') print(`         ${party}: ${inWords(state, join(folder, path), party)}`);
  }
}

function tellNotice({ id, status, why }: NoticeReport, { print, mark }: Terminal): void {
  print(`${mark(status === 'signed' ? 'good' : 'bad', status.padEnd(8))} notice ${id ?? 'that cannot be read'}`);
  if (why) print(`         ${why}`);
}

function inWords(state: PartyVerification, path: string, party: string): string {
  if (state.status !== 'wrong') return state.status;
  return `wrong, ${state.why === 'bad signature' ? notOfThis(path, party) : state.why}`;
}

/** The signed text is not kept, so an edit cannot be told from a forgery; of the two an edit is what happens. */
function notOfThis(path: string, party: string): string {
  const again = `npx concordat sign ${path} --party ${party} --key <private key of ${party}>`;
  return `the signature does not fit this text (edited since it was signed? \`${again}\`), or is not by that key`;
}

function plain({ verification, ...report }: AgreementReport) {
  if (!verification) return report;
  return { ...report, digest: verification.digest, parties: Object.fromEntries(verification.parties) };
}

function notice({ id, ...report }: NoticeReport) {
  return { notice: id, ...report };
}
