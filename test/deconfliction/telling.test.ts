import fc from 'fast-check';
import { escalationsOf, tellingsOf, type Meeting } from '../../policy/deconfliction.ts';
import type { Duty } from '../../policy/duty.ts';
import { purposes } from '../../schema/purposes.ts';
import type { SelectorKind } from '../../schema/selectors.ts';

const AGENCIES = ['ATF', 'DEA', 'FBI', 'ICE'] as const;
const AREAS = ['drug-trafficking', 'financial-crime', 'tax-crime'] as const;
const KINDS: readonly SelectorKind[] = ['PHONE', 'PLATE', 'IBAN'];
const RUNS = { seed: 20100326, numRuns: 500 };

const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const agencies = someOf(AGENCIES).map((codes) => new Set<string>(codes));

const duties: fc.Arbitrary<readonly Duty[]> = fc
  .array(
    fc.record(
      {
        from: agencies,
        to: agencies,
        coordinators: fc.constantFrom(new Set<string>(), new Set(['USAO']), new Set(['DEA'])),
        tells: fc.constantFrom('both', 'originator', 'coordinator'),
        disclosure: fc.constantFrom('CONTACT', 'EXISTS'),
        selectors: someOf(KINDS),
        events: fc.record({ radiusMetres: fc.integer({ min: 1, max: 9 }), hours: fc.nat(9) }),
        areas: someOf(AREAS),
        hold: fc.boolean(),
        answerHours: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ['from', 'to', 'coordinators', 'tells', 'disclosure'] },
    ),
    { maxLength: 5 },
  )
  .map((all) => all.map((duty, at) => ({ ...duty, id: `pair#${at}` })));

const met = fc.oneof(
  fc.record({
    by: fc.constant('selectors' as const),
    selectors: fc.array(someOf(KINDS), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ by: fc.constant('place' as const), metres: fc.nat(10), hours: fc.nat(10) }),
);

const meetings: fc.Arbitrary<Meeting> = fc
  .record({
    two: fc.shuffledSubarray([...AGENCIES], { minLength: 2, maxLength: 2 }),
    one: fc.subarray([...AREAS]),
    other: fc.subarray([...AREAS]),
    met,
  })
  .map(({ two, one, other, met: by }) => ({
    originator: { agency: two[0]!, areas: one },
    searcher: { agency: two[1]!, areas: other },
    met: by,
  }));

/** Whether one duty alone tells an agency: what the words of `docs/agreements.md` say, written down once more. */
function tellsAlone(duty: Duty, agency: string, { originator, searcher, met: by }: Meeting): boolean {
  const [one, other] = [originator.agency, searcher.agency];
  const stands = (duty.from.has(one) && duty.to.has(other)) || (duty.from.has(other) && duty.to.has(one));
  const under = (area: string) => (area === 'tax-crime' ? ['tax-crime', 'financial-crime'] : [area]);
  const isOn = (areas: readonly string[]) =>
    !duty.areas || areas.flatMap(under).some((area) => duty.areas!.includes(area));
  const meets =
    by.by === 'place'
      ? duty.events !== undefined && by.metres <= duty.events.radiusMetres && by.hours <= duty.events.hours
      : by.selectors.some((kinds) => kinds.every((kind) => duty.selectors?.includes(kind)));
  const told = { both: [one, other], originator: [one], coordinator: [...duty.coordinators] }[duty.tells];
  return stands && isOn(originator.areas) && isOn(searcher.areas) && meets && told.includes(agency);
}

describe('whatever the agreements', () => {
  it('an agency learns of a conflict if, and only if, one of them tells it, and never more than they disclose', () => {
    const check = (all: readonly Duty[], meeting: Meeting) => {
      const tellings = new Map(tellingsOf(meeting, all, purposes).map((telling) => [telling.agency, telling]));
      for (const agency of [...AGENCIES, 'USAO']) {
        const telling = all.filter((duty) => tellsAlone(duty, agency, meeting));
        const told = tellings.get(agency);
        expect(told?.clauses ?? []).toEqual(telling.map(({ id }) => id).sort());
        if (!told) continue;
        expect(told.disclosure).toBe(telling.some(({ disclosure }) => disclosure === 'CONTACT') ? 'CONTACT' : 'EXISTS');
        expect(told.hold).toBe(telling.some(({ hold }) => hold === true));
        const hours = telling.flatMap(({ answerHours }) => answerHours ?? []);
        expect(told.answerHours).toBe(hours.length > 0 ? Math.min(...hours) : undefined);
      }
    };
    fc.assert(fc.property(duties, meetings, check), RUNS);
  });

  it('what an agency is told depends on no agreement that does not tell it', () => {
    const check = (all: readonly Duty[], meeting: Meeting) => {
      for (const telling of tellingsOf(meeting, all, purposes)) {
        const own = all.filter((duty) => tellsAlone(duty, telling.agency, meeting));
        expect(tellingsOf(meeting, own, purposes)).toContainEqual(telling);
      }
    };
    fc.assert(fc.property(duties, meetings, check), RUNS);
  });

  it('who declares first decides who is the originator, and nothing else', () => {
    const check = (all: readonly Duty[], meeting: Meeting) => {
      const either = all.filter(({ tells }) => tells !== 'originator');
      const turned = { ...meeting, originator: meeting.searcher, searcher: meeting.originator };
      const told = (one: Meeting) =>
        tellingsOf(one, either, purposes)
          .map(({ role: _, ...rest }) => rest)
          .sort((a, b) => (a.agency < b.agency ? -1 : 1));
      expect(told(turned)).toEqual(told(meeting));
    };
    fc.assert(fc.property(duties, meetings, check), RUNS);
  });

  it('an overdue answer comes to no party, and to nobody who is told anyway', () => {
    const check = (all: readonly Duty[], meeting: Meeting) => {
      const told = tellingsOf(meeting, all, purposes).map(({ agency }) => agency);
      const known = [...told, meeting.originator.agency, meeting.searcher.agency];
      for (const { agency } of escalationsOf(meeting, all, purposes)) expect(known).not.toContain(agency);
    };
    fc.assert(fc.property(duties, meetings, check), RUNS);
  });
});
