// Writes docs/errors.md, the reference of declared errors: `npm run docs`. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GATEWAY_ERRORS } from '../gateway/errors.ts';
import { ASSERTION_ERRORS } from '../policy/assertion-errors.ts';
import type { ErrorDeclaration } from '../schema/errors.ts';
import { INDEX_ERRORS } from '../subgraphs/index/errors.ts';
import { KIT_ERRORS } from '../subgraphs/kit/errors.ts';

const FILE = fileURLToPath(new URL('../docs/errors.md', import.meta.url));

const SECTIONS: readonly (readonly [string, string, Readonly<Record<string, ErrorDeclaration>>])[] = [
  ['The gateway', 'What a viewer and a frontend may meet.', GATEWAY_ERRORS],
  ['The index', 'Searches, and contributions of agencies.', INDEX_ERRORS],
  ["An agency's subgraph", 'What the gateway, or whoever calls a subgraph directly, may meet.', KIT_ERRORS],
  ['Assertions', 'Why a server does not believe who calls it.', ASSERTION_ERRORS],
];

/** The reference as Markdown. */
export function errorsReference(): string {
  const sections = SECTIONS.map(
    ([title, text, errors]) => `## ${title}\n\n${text}\n\n${table(Object.values(errors))}\n`,
  );
  return `# Errors\n\nEvery error that leaves has a code in \`extensions.code\` and says what to do in \`extensions.remedy\`.\nThis page is written by \`npm run docs\` from the declarations.\n\n${sections.join('\n')}`;
}

function table(errors: readonly ErrorDeclaration[]): string {
  const rows = errors.map(
    ({ code, status, meaning, remedy }) => `| \`${code}\` | ${status} | ${meaning} | ${remedy} |`,
  );
  return ['| code | status | meaning | remedy |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

if (import.meta.filename === process.argv[1]) {
  const written = errorsReference();
  if (!process.argv.includes('--check')) writeFileSync(FILE, written);
  else if (readFileSync(FILE, 'utf8') !== written) {
    console.error('docs/errors.md is out of date: run `npm run docs`');
    process.exitCode = 1;
  }
}
