import { readFileSync } from 'node:fs';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { printMistake } from '../../../policy/document/mistake.ts';
import { readNotice } from '../../../policy/document/read-notice.ts';
import { AGREEMENT_SCHEMA, NOTICE_SCHEMA } from '../../../schema/json-schemas.ts';
import { SELECTOR_KINDS } from '../../../schema/selectors.ts';
import { testWorld } from './world.ts';

const guide = readFileSync(new URL('../../../docs/agreements.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```(yaml|json)\n([\s\S]*?)```/g)].map(([, kind, text = '']) => ({ kind, text }));
const first = examples[0]?.text ?? '';
const clauses = examples.filter(({ text }) => text.startsWith('- id: '));
const notices = examples.filter(({ kind }) => kind === 'json');

const HEAD = 'concordat: 1\ntitle: An example\nsigned: 2010-01-01\neffective: 2010-01-01\n';
const CHARTER = `${HEAD}id: ofc-2009
parties: [DEA, FBI, USAO]
groups: { OFC: { name: Fusion Center, coordinator: USAO, members: [DEA, FBI, USAO] } }
clauses: [{ id: I, text: words }]
`;

const check = (text: string, path = 'agreements/ice-dea-drugs.yaml') =>
  checkDocuments(
    [
      { path, text },
      { path: 'charter.yaml', text: CHARTER },
    ],
    testWorld,
  ).flatMap(({ mistakes }) => mistakes.map(printMistake));

/** Names of all keys that a schema describes. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Readonly<Record<string, unknown>> };
  const own = Object.keys(properties ?? {});
  return [...own, ...[...Object.values(rest), ...Object.values(properties ?? {})].flatMap(keysOf)];
}

/** Values that a schema lists. */
function optionsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { enum: options = [] } = schema as { enum?: readonly string[] };
  return [...options, ...Object.values(schema).flatMap(optionsOf)];
}

const toldOf = (word: string) =>
  guide.includes(`\`${word}\``) || guide.includes(`${word}:`) || guide.includes(`"${word}":`);

describe('the guide to agreements', () => {
  it('begins with an agreement that has no mistake', () => {
    expect(check(first)).toEqual([]);
  });

  it('shows the mistake that `check` tells', () => {
    const [mistake] = check(first.replace('[RECORD_SUMMARY, ', '[RECORD_SUMARY, '));
    expect(guide).toContain(mistake ?? 'no mistake');
  });

  it.each(clauses.map(({ text }) => [/text: (?:>-\s+)?(.*)/.exec(text)?.[1], text]))(
    'shows a clause without a mistake: %s',
    (_, text = '') => {
      const indented = text.replaceAll(/^/gm, '  ');
      expect(check(`${HEAD}id: an-example\nparties: [ICE, DEA, ICRF, OFC, FBI]\nclauses:\n${indented}`)).toEqual([]);
    },
  );

  it('shows a notice that can be read', () => {
    expect(notices.map(({ text }) => readNotice(JSON.parse(text)))).toMatchObject([{ kind: 'valid' }]);
  });

  it.each([
    ['an agreement', AGREEMENT_SCHEMA],
    ['a notice', NOTICE_SCHEMA],
  ])('speaks of every key and every option of %s', (_, schema) => {
    const words = [...new Set([...keysOf(schema), ...optionsOf(schema)])];
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => !toldOf(word))).toEqual([]);
  });

  it('names kinds of selectors that are known', () => {
    const [, named = ''] = /selectors: \[(.*)\]/.exec(guide) ?? [];
    expect(named.split(', ').filter((kind) => !SELECTOR_KINDS.some((known) => known === kind))).toEqual([]);
  });
});
