import fc from 'fast-check';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { readAgreement } from '../../../policy/document/read-agreement.ts';
import { readParties } from '../../../policy/document/read-parties.ts';
import { PARTIES_TEXT, testWorld } from './world.ts';

const VALID = `concordat: 1
id: valid
title: Valid
signed: 2009-06-18
effective: 2009-06-18
parties: [ICE, DEA]
clauses:
  - id: I
    text: words
    share: { from: [ICE], to: [DEA], categories: [FINANCIAL], where: { not: { program: OCDETF } } }
`;

describe('reading a document', () => {
  it('never throws, whatever is done to a valid one', () => {
    const edit = fc.tuple(fc.nat(VALID.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const text = edits.reduce((all, [at, gone, put]) => all.slice(0, at) + put + all.slice(at + gone), VALID);
        const [checked] = checkDocuments([{ path: 'x.yaml', text }], testWorld);
        expect(checked?.agreement ?? checked?.mistakes.length).toBeTruthy();
      }),
      { numRuns: 300 },
    );
  });

  it('puts every mistake at a place of the text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const read = readAgreement('x.yaml', text);
        const lines = text.split('\n');
        if (read.kind === 'broken') {
          for (const { line, column } of read.mistakes)
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds keys that every object has where nobody wrote them', () => {
    const text = VALID.replace('program: OCDETF', 'constructor: x, toString: y').replace('FINANCIAL', 'HAS_OWN');
    const [checked] = checkDocuments([{ path: 'x.yaml', text }], testWorld);
    expect(checked?.mistakes.map(({ message }) => message)).toEqual([
      'unknown category `HAS_OWN`',
      'unknown label `constructor`',
      'unknown label `toString`',
    ]);
  });
});

describe('a broken document', () => {
  it('leaves the others as they are', () => {
    const documents = [
      { path: 'broken.yaml', text: 'concordat: [' },
      { path: 'valid.yaml', text: VALID },
    ];
    const [broken, valid] = checkDocuments(documents, testWorld);
    expect(broken?.mistakes).not.toEqual([]);
    expect(valid).toMatchObject({ path: 'valid.yaml', mistakes: [], agreement: { id: 'valid' } });
  });
});

describe('the parties', () => {
  it('are read', () => {
    expect(readParties('parties.yaml', PARTIES_TEXT)).toMatchObject({ kind: 'valid' });
  });

  it.each(['code', 'prefix', 'issuer'] as const)('have no %s in common', (key) => {
    const text = PARTIES_TEXT.replace(/code: DEA/, 'code: ATF')
      .replace(/prefix: Dea/, 'prefix: Atf')
      .replace(/issuer: .*dea.*/, 'issuer: https://id.atf.example');
    const read = readParties('parties.yaml', text);
    const told = read.kind === 'broken' ? read.mistakes.map(({ message }) => message) : [];
    expect(told).toContainEqual(expect.stringContaining(`is the ${key} of another agency too`));
  });
});
