import { printMistake } from '../../../policy/document/mistake.ts';
import { measureNesting } from '../../../policy/document/nesting.ts';
import { readAgreement } from '../../../policy/document/read-agreement.ts';
import { parseYaml } from '../../../policy/document/yaml.ts';

function told(text: string): readonly string[] {
  const parsed = parseYaml('x.yaml', text);
  return parsed.kind === 'broken' ? parsed.mistakes.map(printMistake) : [];
}

function valueOf(text: string): unknown {
  const parsed = parseYaml('x.yaml', text);
  return parsed.kind === 'parsed' ? parsed.value : parsed.mistakes;
}

describe('the text of a document', () => {
  it('is YAML 1.2, in which dates and `yes` are text', () => {
    const text = 'signed: 2009-08-06\nanswer: yes\ncount: 0o17\nopen: true\n';
    expect(valueOf(text)).toEqual({ signed: '2009-08-06', answer: 'yes', count: 15, open: true });
  });

  it.each([
    ['a second key of one name', 'a: 1\nb: 2\na: 3\n', 'x.yaml:3:1: `a` stands here a second time'],
    ['one that is only quoted otherwise', 'a: 1\n"a": 3\n', 'x.yaml:2:1: `a` stands here a second time'],
    ['an anchor', 'a: &x 1\n', 'x.yaml:1:7: anchors are not allowed: `&x`'],
    ['a tag', 'a: !!str 1\n', 'x.yaml:1:10: tags are not allowed: `!!str`'],
    ['a tag of its own', 'a: !include secret.yaml\n', 'x.yaml:1:13: tags are not allowed: `!include`'],
    ['a directive', '%YAML 1.1\n---\na: 1\n', 'x.yaml:1:1: directives are not allowed'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'x.yaml:2:1: a file holds one document'],
    ['half a character', 'a: "\\ud800"\n', 'x.yaml:1:4: half of a surrogate pair is not a character'],
    [
      'text that is shown in another order than it is signed',
      'a: "\\u202esdrawkcab"\n',
      'x.yaml:1:4: the invisible character U+202E reorders the text around it',
    ],
    ['a mark between bytes', 'a: b\ufeffc\n', 'x.yaml:1:4: the character U+FEFF cannot be seen'],
    ['a space of no width', 'a: I\u200bCE\n', 'x.yaml:1:4: the character U+200B cannot be seen'],
    ['a letter that fills no place', 'a: "\\u3164"\n', 'x.yaml:1:4: the character U+3164 cannot be seen'],
    ['a tag of Unicode', 'a: \u{e0041}\n', 'x.yaml:1:4: the character U+E0041 cannot be seen'],
    ['a line that ends like none', 'a: "b\\u2028c"\n', 'x.yaml:1:4: the character U+2028 cannot be seen'],
    ['what a terminal obeys', 'a: "\\e[2J"\n', 'x.yaml:1:4: the control character U+001B is not text'],
    ['what a terminal obeys, for a key', '"\\a": 1\n', 'x.yaml:1:1: the control character U+0007 is not text'],
    ['nothing', 'a: "\\0"\n', 'x.yaml:1:4: the control character U+0000 is not text'],
    ['nothing, as it is', 'a: \u0000\n', 'x.yaml:1:4: the character U+0000 is not printable'],
    [
      'half a line end',
      'a: 1\rb: 2\n',
      'x.yaml:1:5: the character U+000D ends a line to some readers and not to others',
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]).toString('utf8'),
      'x.yaml:1:4: the character U+FFFD stands for bytes that are not UTF-8',
    ],
    ['a tab for an indent', 'a:\n\t- b\n', 'x.yaml:2:1: tabs are not allowed as indentation'],
  ])('does not hold %s', (_, text, mistake) => {
    expect(told(text)).toContain(mistake);
  });

  it('has its mistakes where they are, after a mistake of syntax too', () => {
    expect(told('- ]~\n    a: [b]\n').at(-1)).toMatch(/^x.yaml:2:/);
    expect(told('\ufeffa: 1\nb: *x\n')).toEqual(['x.yaml:2:4: aliases are not allowed: `*x`']);
    expect(told('\ufeffb: *x\n')).toEqual(['x.yaml:1:5: aliases are not allowed: `*x`']);
  });

  it('may begin with a byte order mark, end its lines as Windows does, and be in any script', () => {
    const text = '\ufeffa: 1\r\nназвание: Соглашение \u{1f600}\r\n';
    expect(valueOf(text)).toEqual({ a: 1, название: 'Соглашение \u{1f600}' });
  });

  it('does not hold an alias, let alone one that points nowhere', () => {
    expect(told('a: *nowhere\n')).toEqual(['x.yaml:1:4: aliases are not allowed: `*nowhere`']);
  });

  it('takes `<<` for a key like any other', () => {
    expect(valueOf('<<: { a: 1 }\n')).toEqual({ '<<': { a: 1 } });
  });

  it('cannot reach a prototype', () => {
    expect(Object.keys(valueOf('__proto__: { polluted: true }\n') as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('hostile text', () => {
  const MILLION = 1_000_000;
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefghi'.split('').map((k, i) => `${k}: &${k} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
  ];

  it.each([
    ['a bomb of aliases', bomb.join('\n'), /aliases are not allowed/],
    ['lists in lists', '['.repeat(MILLION), /nested deeper than 40 levels/],
    ['lists in lists that are closed', '['.repeat(5000) + ']'.repeat(5000), /nested deeper/],
    ['mappings in mappings', '{a: '.repeat(MILLION / 5), /nested deeper/],
    ['dashes in a row, which make the parser abort the process', '- '.repeat(MILLION / 2), /nested deeper/],
    ['keys that are mappings', '? '.repeat(MILLION / 2), /nested deeper/],
    ['blocks in blocks', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /nested deeper/],
    ['more than a mebibyte', `a: ${'x'.repeat(1024 * 1024)}`, /larger than 1048576 bytes/],
    ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'), /longer than/],
    ['a mark of the parser itself', 'a: b\nc: \u001f[', /^x.yaml:2:4: the character U\+001F is not printable$/],
    ['a hundred thousand anchors', '&a '.repeat(100_000), /longer than|not allowed/],
    ['a key of half a mebibyte, twice', `${'k'.repeat(MILLION / 2)}: 1\n`.repeat(2), /stands here a second time/],
  ])('%s is a mistake like any other', (_, text, mistake) => {
    expect(told(text).join('\n')).toMatch(mistake);
  });

  it('is measured before it is parsed, and measured no further than it may go', () => {
    const most = { depth: 40, tokens: 1000 };
    for (const text of ['['.repeat(MILLION), '- '.repeat(MILLION / 2), 'a: 1\n'.repeat(MILLION / 5)]) {
      const { depth, tokens } = measureNesting(text, most);
      expect(depth).toBeLessThanOrEqual(most.depth + 1);
      expect(tokens).toBeLessThanOrEqual(most.tokens + 1);
    }
  });

  it.each(['1e999', '.inf', '-.inf', '.nan', '9007199254740993', '0x1fffffffffffff', '-1'])(
    'says no number that the language does not have: %s',
    (number) => {
      const head = 'concordat: 1\nid: x1\ntitle: x\nsigned: 2009-01-01\neffective: 2009-01-01\nparties: [ICE, DEA]\n';
      const read = readAgreement('x.yaml', `${head}noticeDays: ${number}\nclauses: [{ id: I, text: x }]\n`);
      expect(read.kind === 'broken' && read.mistakes.map(({ message }) => message).join()).toMatch(
        /^`noticeDays` must be/,
      );
    },
  );

  it('may be empty', () => {
    expect(valueOf('')).toBeNull();
  });
});
