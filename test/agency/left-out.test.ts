import { importEntities } from '../../subgraphs/agency/store/import.ts';
import { leftOutIn } from '../../subgraphs/agency/store/left-out.ts';
import { useAgencyDatabase } from './agency-under-test.ts';
import { aCase, aPerson, aRecord } from './samples.ts';

const database = useAgencyDatabase();

it('an agency is told which of its records and cases have more selectors than the index takes, and of how many', async () => {
  const phones = (from: number, count: number) => Array.from({ length: count }, (_, at) => `+1202${from + at}`);
  const [many, few] = [aPerson({ phones: phones(2_000_000, 1_500) }), aPerson({ phones: phones(3_000_000, 2) })];
  const matter = aCase({ subjectIds: [few.id, many.id] });
  const [crowded, modest] = [aRecord({ subjectIds: [many.id] }), aRecord({ subjectIds: [few.id] })];
  await importEntities(database.store, [many, few, matter, crowded, modest]);
  const found = [];
  for await (const one of leftOutIn(database.store)) found.push(one);
  expect(found.map(({ type, id }) => [type, id])).toEqual([
    ['Record', crowded.id],
    ['Case', matter.id],
  ]);
  for (const { count } of found) expect(count).toBeGreaterThan(500);
});
