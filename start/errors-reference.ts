// Writes the reference of declared errors, docs/errors.md, and its part in README.md: `npm run docs`. With --check it
// only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_ERRORS, GATEWAY_ERRORS } from '../gateway/errors.ts';
import { ASSERTION_ERRORS } from '../policy/assertion-errors.ts';
import type { ErrorDeclaration } from '../schema/errors.ts';
import { DECONFLICTION_ERRORS } from '../subgraphs/deconfliction/errors.ts';
import { INDEX_ERRORS } from '../subgraphs/index/errors.ts';
import { LEAD_ERRORS } from '../subgraphs/index/leads/errors.ts';
import { KIT_ERRORS } from '../subgraphs/kit/errors.ts';
import { REGISTRY_ERRORS } from '../subgraphs/registry/errors.ts';

const REFERENCE = fileURLToPath(new URL('../docs/errors.md', import.meta.url));
const README = fileURLToPath(new URL('../README.md', import.meta.url));
const PLACE = /(?<=<!-- errors -->\n).*(?=<!-- \/errors -->)/s;

const SECTIONS: readonly (readonly [string, string, Readonly<Record<string, ErrorDeclaration>>])[] = [
  ['The gateway', 'What a viewer and a frontend may meet.', GATEWAY_ERRORS],
  ['The index', 'Searches, and contributions of agencies.', INDEX_ERRORS],
  ['Leads', 'Reasons to look at something, and what becomes of them.', LEAD_ERRORS],
  ['De-confliction', 'Targets, operations and conflicts.', DECONFLICTION_ERRORS],
  ['The registry', 'What an agency was told, and its ledger.', REGISTRY_ERRORS],
  ["An agency's subgraph", 'What the gateway, or whoever calls a subgraph directly, may meet.', KIT_ERRORS],
  [
    'What is for this machine alone',
    '`concordat gateway --permit-all`, and the personas of the playground, besides the above.',
    DEVELOPMENT_ERRORS,
  ],
  ['Assertions', 'Why a server does not believe who calls it.', ASSERTION_ERRORS],
];

const STATUS =
  'The status is that of an answer which consists of the error alone. Errors of the hub and the agencies\n' +
  'come through the gateway inside an answer of status 200, whatever status stands here: branch on the code, not on the\nstatus.';

/** The reference as Markdown. */
export function errorsReference(): string {
  const sections = SECTIONS.map(
    ([title, text, errors]) => `## ${title}\n\n${text}\n\n${table(Object.values(errors))}\n`,
  );
  return `# Errors\n\nEvery error that leaves has a code in \`extensions.code\` and says what to do in \`extensions.remedy\`.\nThis page is written by \`npm run docs\` from the declarations.\n\n${STATUS}\n\n${sections.join('\n')}`;
}

function table(errors: readonly ErrorDeclaration[]): string {
  const rows = errors.map(
    ({ code, status, meaning, remedy }) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
  );
  return ['| code | status | meaning | remedy |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The README with the gateway's errors in their place. */
export function withErrors(readme: string): string {
  return readme.replace(PLACE, `\n${table(Object.values(GATEWAY_ERRORS))}\n\n`);
}

if (import.meta.filename === process.argv[1]) {
  const written = new Map([
    [REFERENCE, errorsReference()],
    [README, withErrors(readFileSync(README, 'utf8'))],
  ]);
  for (const [file, text] of written) {
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${file} is out of date: run \`npm run docs\``);
      process.exitCode = 1;
    }
  }
}
