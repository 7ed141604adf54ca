import { readFileSync } from 'node:fs';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { printMistake } from '../../../policy/document/mistake.ts';
import { AGREEMENT_SCHEMA } from '../../../schema/json-schemas.ts';
import { testWorld } from './world.ts';

const guide = readFileSync(new URL('../../../docs/agreements.md', import.meta.url), 'utf8');
const example = /```yaml\n(concordat: 1[\s\S]*?)```/.exec(guide)?.[1] ?? '';

const check = (text: string) =>
  checkDocuments([{ path: 'agreements/ice-dea-drugs.yaml', text }], testWorld).flatMap(({ mistakes }) => mistakes);

/** Names of all keys that a schema describes. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Readonly<Record<string, unknown>> };
  const own = Object.keys(properties ?? {});
  return [...own, ...[...Object.values(rest), ...Object.values(properties ?? {})].flatMap(keysOf)];
}

describe('the guide to agreements', () => {
  it('begins with an agreement that has no mistake', () => {
    expect(check(example)).toEqual([]);
  });

  it('shows the mistake that `check` tells', () => {
    const [mistake] = check(example.replace('[RECORD_SUMMARY, ', '[RECORD_SUMARY, '));
    expect(guide).toContain(mistake ? printMistake(mistake) : 'no mistake');
  });

  it('speaks of every key of the format', () => {
    const keys = [...new Set(keysOf(AGREEMENT_SCHEMA))];
    expect(keys).toContain('treatments');
    expect(keys.filter((key) => !guide.includes(`\`${key}\``) && !guide.includes(`${key}:`))).toEqual([]);
  });
});
