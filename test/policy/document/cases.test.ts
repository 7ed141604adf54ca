import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { printMistake } from '../../../policy/document/mistake.ts';
import { testWorld } from './world.ts';

const folder = fileURLToPath(new URL('./cases', import.meta.url));
const cases = readdirSync(folder).filter((name) => !name.endsWith('.txt'));

/** A case is a document, or a folder of documents; beside it, every mistake that an author must see. */
describe('an author sees every mistake at once', () => {
  it.each(cases)('%s', (name) => {
    const mistakes = checkDocuments(documentsOf(name), testWorld).flatMap((document) => document.mistakes);
    const told = mistakes.map((mistake) => `${printMistake(mistake)}\n`).join('');
    const golden = join(folder, `${name.replace(/\.yaml$/, '')}.txt`);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, told);
    expect(told).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : 'no golden file');
  });
});

function documentsOf(name: string): readonly { path: string; text: string }[] {
  const path = join(folder, name);
  if (!statSync(path).isDirectory()) return [{ path: name, text: readFileSync(path, 'utf8') }];
  return readdirSync(path).map((file) => ({ path: `${name}/${file}`, text: readFileSync(join(path, file), 'utf8') }));
}
