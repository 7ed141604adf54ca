import fc from 'fast-check';
import { buildClientSchema, getIntrospectionQuery, getNamedType, parse, type GraphQLSchema } from 'graphql';
import type { Mark } from '../../../../gateway/playground/pages/explore/marks/mark.ts';
import { marksOf } from '../../../../gateway/playground/pages/explore/marks/marks.ts';
import { AGREEMENT } from '../../../scenarios/row-conditions/agreement.ts';
import { DATA, HIDDEN, SHOWN } from '../../../scenarios/row-conditions/data.ts';
import { useScenario } from '../../../support/scenario/scenario.ts';
import type { Seen } from '../../../support/scenario/seen.ts';
import { selections } from './generated.ts';

const AGENCIES = ['ICE', 'DEA', 'FBI'];
const QUESTIONS = 60;
const scenario = useScenario({
  agencies: AGENCIES,
  agreements: [AGREEMENT],
  data: DATA,
});

/** Asks the same as one who is shown some of it, and as one of the agency whose it is. */
async function both(query: string): Promise<readonly [seen: Seen, whole: Seen]> {
  return [await scenario.as('DEA').query(query), await scenario.as('ICE').query(query)];
}

async function schemaOf(agency: string): Promise<GraphQLSchema> {
  return buildClientSchema((await scenario.as(agency).query(getIntrospectionQuery())).data);
}

/** What is wrong about the marks of an answer, held to what its originator sees in the same places. */
function untruths(seen: unknown, whole: unknown, marks: ReadonlyMap<string, Mark>, at = 'x'): readonly string[] {
  if (isNothing(seen)) {
    const mark = marks.get(at);
    if (!mark) return [`${at} has no mark`];
    if (mark.is === 'absent' && whole !== undefined && !isNothing(whole)) return [`${at} is called absent`];
    const isBased = mark.because.some(({ originator, reason }) => originator === 'ICE' && reason !== 'ROW_CONDITION');
    return mark.is === 'withheld' && !isBased ? [`${at} is called withheld`] : [];
  }
  if (typeof seen !== 'object') return [];
  // Lists of which something is left out cannot be laid beside each other.
  const beside = Array.isArray(seen) && (whole as unknown[] | undefined)?.length !== seen.length ? undefined : whole;
  return Object.entries(seen as object).flatMap(([key, value]) =>
    untruths(value, (beside as Record<string, unknown> | null | undefined)?.[key], marks, `${at}.${key}`),
  );
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

it('marks call nothing absent that is there, and nothing withheld but for a reason that holds for every row', async () => {
  const [told, whole] = [await schemaOf('DEA'), await schemaOf('ICE')];
  const record = getNamedType(whole.getQueryType()!.getFields()['record']!.type);
  const met = new Set<string>();
  const questions = fc.record({
    row: fc.constantFrom(...SHOWN, ...HIDDEN),
    selection: selections(whole, record),
  });
  await fc.assert(
    fc.asyncProperty(questions, async ({ row, selection }) => {
      const query = `{ x: record(id: "${row.id}") ${selection} }`;
      const [seen, all] = await both(query);
      expect([seen.errors, all.errors]).toEqual([undefined, undefined]);
      const { data, visibility } = seen;
      const marks = marksOf({ schema: told, document: parse(query), data, visibility, agencies: AGENCIES });
      for (const { is } of marks) met.add(is);
      const byPlace = new Map(marks.map((mark) => [mark.path.join('.'), mark]));
      expect(untruths(data['x'], all.data['x'], byPlace)).toEqual([]);
    }),
    { numRuns: QUESTIONS, seed: 20260101 },
  );
  expect([...met].sort()).toEqual(expect.arrayContaining(['perhaps', 'withheld']));
});
