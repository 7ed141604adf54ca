import { readFileSync, readdirSync } from 'node:fs';
import type { Agreement } from '../../../policy/agreement.ts';
import { checkDocuments } from '../../../policy/document/check-documents.ts';
import type { Mistake } from '../../../policy/document/mistake.ts';
import { readParties } from '../../../policy/document/read-parties.ts';
import { readExpectations } from '../../../policy/expectations/read-expectations.ts';
import { runTests, type FileResult } from '../../../policy/expectations/run-tests.ts';
import { testWorldOf } from '../../../policy/expectations/surroundings.ts';
import type { SignedNotice } from '../../../policy/notice.ts';
import { compileRuleset, type Ruleset } from '../../../policy/ruleset.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import { testWorld } from '../document/world.ts';

/** A folder of agreements, as if every party had signed them. */
export interface SignedFolder {
  readonly agreements: readonly Agreement[];
  readonly mistakes: readonly Mistake[];
  readonly rulesetUnder: (notices: readonly SignedNotice[], at?: string) => Ruleset;
  /** What the tests beside each agreement come to. */
  readonly authorsTests: () => readonly FileResult[];
}

/** Reads a folder of `agreements/`, with the parties that stand in it. */
export function signedFolder(name: string): SignedFolder {
  const folder = new URL(`../../../agreements/${name}/`, import.meta.url);
  const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');
  const parties = readParties('parties.yaml', text('parties.yaml'));
  if (parties.kind === 'broken') throw new Error(`the parties of ${name} are broken`);
  const files = readdirSync(folder).filter((file) => /^(?!parties\.yaml$)[^.]+\.yaml$/.test(file));
  const world = { ...testWorld, parties: parties.parties, ownFields: new Set<string>() };
  const checked = checkDocuments(
    files.map((path) => ({ path, text: text(path) })),
    world,
  );
  const agreements = checked.flatMap(({ agreement }) => agreement ?? []);
  const signed = agreements.map((agreement) => ({ agreement, digest: digestOf(agreement) }));
  const { agencies } = parties.parties;
  return {
    agreements,
    mistakes: checked.flatMap(({ mistakes }) => mistakes),
    rulesetUnder: (notices, at = '2026-01-01') =>
      compileRuleset({ agreements: signed, agencies, notices }, new Date(`${at}T00:00:00Z`)),
    authorsTests: () =>
      agreements.map(({ id }) => {
        const read = readExpectations(`${id}.test.yaml`, text(`${id}.test.yaml`));
        if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
        return runTests(read, testWorldOf(world, agreements));
      }),
  };
}
