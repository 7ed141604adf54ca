import fc from 'fast-check';
import { checkDocuments, type CheckedDocument } from '../../../policy/document/check-documents.ts';
import { printMistake, type Mistake } from '../../../policy/document/mistake.ts';
import { readParties } from '../../../policy/document/read-parties.ts';
import { AGREEMENT_SCHEMA } from '../../../schema/json-schemas.ts';
import { BESIDE, RICH } from './rich.ts';
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
const beside = BESIDE.map((agreement) => ({ path: `${agreement.id}.yaml`, text: JSON.stringify(agreement) }));

function check(text: string): CheckedDocument {
  const [checked] = checkDocuments([{ path: 'x.yaml', text }, ...beside], testWorld);
  if (!checked) throw new Error('the document was lost');
  return checked;
}

/** Whatever a text is, its author is told: it is an agreement, or it has mistakes, each at a place of the text. */
function expectTold(text: string): void {
  const { agreement, mistakes } = check(text);
  expect(agreement ?? mistakes[0]).toBeDefined();
  const lines = text.split('\n');
  expect(mistakes.filter((mistake) => !isInside(mistake, lines)).map(printMistake)).toEqual([]);
  expect(mistakes.map(printMistake).filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
}

function isInside({ line, column }: Mistake, lines: readonly string[]): boolean {
  return line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1;
}

/** Everything of which YAML is made, and of which it should not be. */
const MARKS = [
  ...[
    '- ',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '&a ',
    '*a',
    '!!map ',
    '!x ',
    '|',
    '>-',
    '"',
    "'",
    '#',
    '%YAML 1.1',
    '---',
  ],
  ...[
    '...',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '\r\n',
    '\r',
    '<<: ',
    '~',
    '\\',
    '\ufeff',
    '\u202e',
    '\u200b',
    '\u0000',
    '\ud800',
  ],
  ...[
    'ІCE',
    'concordat: 1',
    'id: x',
    'parties: [ICE, DEA]',
    'clauses:',
    'share: ',
    '1e999',
    '.inf',
    '0x10',
    '__proto__: ',
  ],
];

describe('reading a document', () => {
  it('never throws, whatever is done to a valid one', () => {
    const edit = fc.tuple(fc.nat(VALID.length), fc.nat(20), fc.string({ unit: 'binary', maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        expectTold(edits.reduce((all, [at, gone, put]) => all.slice(0, at) + put + all.slice(at + gone), VALID));
      }),
      { numRuns: 120 },
    );
  });

  it('never throws, whatever bytes it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectTold(Buffer.from(bytes).toString('utf8'))),
      { numRuns: 120 },
    );
  });

  it('never throws, whatever marks of YAML it is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MARKS), { maxLength: 30 }), (marks) => expectTold(marks.join(''))),
      { numRuns: 120 },
    );
  });

  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => expectTold(text)),
      { numRuns: 120 },
    );
  });

  it('finds keys that every object has where nobody wrote them', () => {
    const text = VALID.replace('program: OCDETF', 'constructor: x, toString: y').replace('FINANCIAL', 'HAS_OWN');
    expect(check(text).mistakes.map(({ message }) => message)).toEqual([
      'unknown category `HAS_OWN`',
      'unknown label `constructor`',
      'unknown label `toString`',
    ]);
  });
});

/** Paths of every value in a value. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

/** A copy of a value with another one at a path. */
function put(value: unknown, [step, ...rest]: readonly string[], other: unknown): unknown {
  if (step === undefined) return other;
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  Object.defineProperty(copy, step, { value: put(copy[step], rest, other), enumerable: true });
  return copy;
}

/** Words of the language, and what stands for nothing, where something else should stand. */
const OTHER = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...['ICE', 'OFC', 'accession', 'originator', 'rich', 'rich#I', '', '__proto__', 'constructor', 'I']),
  fc.constantFrom(0, -1, 1e308, null, true, [], {}, [[]], [{}], ['ICE'], ['OFC']),
  fc.constantFrom<unknown>(RICH.clauses[0]?.share, RICH.clauses, RICH.groups, RICH.accessions),
);

describe('an agreement that uses every key', () => {
  it('has no mistake', () => {
    expect(check(JSON.stringify(RICH, null, 1)).mistakes).toEqual([]);
  });

  it('uses every key', () => {
    const used = new Set(pathsIn(RICH).flat());
    expect(keysOf(AGREEMENT_SCHEMA).filter((key) => !used.has(key))).toEqual([]);
  });

  it('is told of wherever something else stands in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pathsIn(RICH)), OTHER), { minLength: 1, maxLength: 3 }),
        (changes) =>
          expectTold(
            JSON.stringify(
              changes.reduce<unknown>((all, [path, other]) => put(all, path, other), RICH),
              null,
              1,
            ),
          ),
      ),
      { numRuns: 120 },
    );
  });

  it('is refused with any key in it that the language does not have', () => {
    const mappings = pathsIn(RICH).filter((path) => {
      const at = path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], RICH);
      return typeof at === 'object' && !Array.isArray(at);
    });
    for (const path of mappings) {
      const { mistakes } = check(JSON.stringify(put(RICH, [...path, 'xqzzy'], 'x'), null, 1));
      expect({ path, mistakes: mistakes.map(({ message }) => message).join() }).toEqual({
        path,
        mistakes: expect.stringContaining('`xqzzy`') as string,
      });
    }
  });
});

function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Readonly<Record<string, unknown>> };
  const own = Object.keys(properties ?? {});
  return [...own, ...[...Object.values(rest), ...Object.values(properties ?? {})].flatMap(keysOf)];
}

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

  it('is no document to others, however much of it can be read', () => {
    const charter = VALID.replace('id: valid', 'id: charter').replace(
      'clauses:',
      'groups: { OFC: { name: Fusion Center, coordinator: ICE, members: [ICE] } }\nextra: 1\nclauses:',
    );
    const [, valid] = checkDocuments(
      [
        { path: 'charter.yaml', text: charter },
        { path: 'valid.yaml', text: VALID.replace('[DEA]', '[OFC]') },
      ],
      testWorld,
    );
    expect(valid?.mistakes.map(({ message }) => message)).toContain('unknown party `OFC`');
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

  it('never throw, whatever they are', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(readParties('parties.yaml', text).kind).toBe('broken');
      }),
      { numRuns: 100 },
    );
  });
});
