import { readFileSync, readdirSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Agreement } from '../../../policy/agreement.ts';
import { decompile } from '../../../policy/decompile/decompile.ts';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { readAgreement } from '../../../policy/document/read-agreement.ts';
import { testWorld } from '../document/world.ts';
import { compiled, decisions } from './decisions.ts';

const folder = new URL('../../../agreements/', import.meta.url);
const documents = readdirSync(folder)
  .filter((name) => /^(?!parties\.yaml$)[^.]+\.yaml$/.test(name))
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));
const { agencies } = testWorld.parties;
const agreements = checkDocuments(documents, testWorld).flatMap(({ agreement }) => (agreement ? [agreement] : []));
const normal = decompile(compiled(agreements, agencies));

describe('the normal form of the sample agreements', () => {
  it('is made of documents like any other', () => {
    const read = normal.map((document) => readAgreement(`${document.id}.yaml`, stringify(document)));
    expect(read).toEqual(normal.map((agreement) => expect.objectContaining({ kind: 'valid', agreement }) as unknown));
  });

  it('decides what they decide', () => {
    const coordinates = [
      'Record.title',
      'WiretapIntercept.line',
      'Case.title',
      'Person.phones',
      'LiaisonContact.phone',
    ];
    const decided = (of: readonly Agreement[]) => decisions(compiled(of, agencies), agencies, coordinates);
    expect(decided(normal)).toEqual(decided(agreements));
    expect(decompile(compiled(normal, agencies))).toEqual(normal);
  });
});
