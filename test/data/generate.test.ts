import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { CaseEntity, PersonEntity } from '../../subgraphs/agency/data/entities.ts';
import { generate } from '../../subgraphs/agency/data/generate.ts';
import type { Stored, StoredRecord } from '../../subgraphs/agency/rows/stored.ts';
import type { Parties } from '../../policy/parties.ts';

const codes = (
  parse(readFileSync(new URL('../../agreements/parties.yaml', import.meta.url), 'utf8')) as Parties
).agencies.map(({ code }) => code);
const all = new Map<string, readonly Stored[]>();

beforeAll(async () => {
  for (const agency of codes) all.set(agency, await collect(agency, 'demo', 100));
});

it('gives the same for the same seed, and something else for another', async () => {
  expect(await collect('ICE', 'demo', 30)).toEqual(await collect('ICE', 'demo', 30));
  expect(await collect('ICE', 'other', 30)).not.toEqual(await collect('ICE', 'demo', 30));
});

it('only adds to the end when asked for more', async () => {
  const few = await collect('DEA', 'demo', 20);
  expect((all.get('DEA') ?? []).slice(0, few.length)).toEqual(few);
});

it('keeps an agency small by default', async () => {
  for (const agency of codes) {
    const held = await collect(agency, 'demo');
    expect(recordsIn(held).length).toBeGreaterThanOrEqual(100);
    expect(recordsIn(held).length).toBeLessThan(120);
    expect(casesIn(held).length).toBeGreaterThanOrEqual(20);
    expect(casesIn(held).length).toBeLessThanOrEqual(40);
    expect(held.filter(({ type }) => ['Person', 'Group', 'Organization'].includes(type)).length).toBeGreaterThan(100);
  }
});

it('links only to what came before, and never uses an id twice', () => {
  for (const held of all.values()) {
    const seen = new Set<string>();
    for (const entity of held) {
      expect(linksOf(entity).filter((id) => !seen.has(id))).toEqual([]);
      expect(seen.has(entity.id)).toBe(false);
      seen.add(entity.id);
    }
  }
});

it('has the same persons in the files of several agencies, spelt differently', () => {
  const holders = new Map<string, PersonEntity[]>();
  for (const person of [...all.values()].flatMap(personsIn)) {
    for (const { number } of person.passports) holders.set(number, [...(holders.get(number) ?? []), person]);
  }
  const shared = [...holders.values()].filter(
    (persons) => new Set(persons.map(({ originator }) => originator)).size > 1,
  );
  expect(shared.length).toBeGreaterThan(30);
  const respelt = shared.filter((persons) => new Set(persons.map(({ surname }) => surname?.romanized)).size > 1);
  expect(respelt.length).toBeGreaterThan(5);
});

it('has every kind of thing that agreements speak of', () => {
  const held = [...all.values()].flat();
  expect(kindsOf(recordsIn(held), ({ kind }) => kind)).toEqual([
    'FINANCIAL_MATERIAL',
    'REPORT_OF_INVESTIGATION',
    'WIRETAP_INTERCEPT',
  ]);
  expect(kindsOf(personsIn(held), ({ dataSubjectCategory }) => dataSubjectCategory)).toEqual([
    'ASSOCIATE',
    'CONVICTED',
    'INFORMANT',
    'SUSPECT',
    'VICTIM',
    'WITNESS',
  ]);
  expect(kindsOf(casesIn(held), ({ status }) => status)).toEqual(['CLOSED', 'IN_PROSECUTION', 'OPEN']);
  expect(personsIn(held).filter(({ minor }) => minor).length).toBeGreaterThan(10);
  expect(recordsIn(held).filter(({ handling }) => handling).length).toBeGreaterThan(30);
  const restrictions = recordsIn(held).flatMap(({ handling }) => handling?.codes ?? []);
  expect(kindsOf(restrictions, (code) => code)).toEqual(['H1', 'H2', 'H3']);
  expect(recordsIn(held).filter(({ obtainedFrom }) => obtainedFrom).length).toBeGreaterThan(30);
  expect(
    casesIn(held)
      .flatMap(({ items }) => items)
      .some(({ status }) => status === 'REPATRIATED'),
  ).toBe(true);
  expect(personsIn(held).some(({ surname }) => surname?.script === 'Cyrl')).toBe(true);
});

it('gives a record exactly the part that belongs to its kind', () => {
  for (const record of [...all.values()].flatMap(recordsIn)) {
    const parts = {
      REPORT_OF_INVESTIGATION: record.investigation,
      WIRETAP_INTERCEPT: record.intercept,
      FINANCIAL_MATERIAL: record.financial,
    };
    expect(Object.values(parts).filter((part) => part !== null)).toEqual([parts[record.kind]]);
  }
});

it('tells the stories with the same ids for every seed', async () => {
  const title = 'Recovery of a painting at a gallery in New York';
  const ids = await Promise.all(
    ['demo', 'other'].map(
      async (seed) => recordsIn(await collect('ICE', seed, 1)).find((record) => record.title === title)?.id,
    ),
  );
  expect(ids).toEqual(['9db76f81-50bd-4417-897f-bebbcea54de3', '9db76f81-50bd-4417-897f-bebbcea54de3']);
});

it('has one suspect of a story in the files of several agencies, by one telephone number', () => {
  const holders = codes.filter((code) =>
    personsIn(all.get(code) ?? []).some(({ phones }) => phones.includes('+12025550143')),
  );
  expect(holders).toEqual(['DEA', 'FBI', 'ICE', 'USAO']);
});

async function collect(agency: string, seed: string, records?: number): Promise<readonly Stored[]> {
  const entities: Stored[] = [];
  for await (const entity of generate({ agency, seed, ...(records && { records }) })) entities.push(entity);
  return entities;
}

function linksOf(entity: Stored): readonly string[] {
  switch (entity.type) {
    case 'Record':
      return [...entity.subjectIds, ...[entity.caseId, entity.contactId].flatMap((id) => id ?? [])];
    case 'Case':
      return [...entity.subjectIds, ...(entity.contactId ? [entity.contactId] : [])];
    case 'Group':
      return entity.memberIds;
    case 'Organization':
      return entity.directorIds;
    case 'Person':
    case 'LiaisonContact':
      return [];
  }
}

function recordsIn(held: readonly Stored[]): readonly StoredRecord[] {
  return held.filter((entity): entity is StoredRecord => entity.type === 'Record');
}

function casesIn(held: readonly Stored[]): readonly CaseEntity[] {
  return held.filter((entity) => entity.type === 'Case');
}

function personsIn(held: readonly Stored[]): readonly PersonEntity[] {
  return held.filter((entity) => entity.type === 'Person');
}

function kindsOf<T>(list: readonly T[], kind: (each: T) => string | null): readonly (string | null)[] {
  return [...new Set(list.map(kind))].sort();
}
