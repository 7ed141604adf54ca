import { later } from '../calendar.ts';
import type { InterceptSessionValue } from '../entities.ts';
import type { Random } from '../random.ts';
import { COURTS, CALLS } from '../words/things.ts';
import type { RecordContent, RecordPlan } from './content.ts';

/** An intercept under a court order: the line of one of the suspects, thirty days, two to six sessions. */
export function interceptContent({ file, at, number, occurredOn }: RecordPlan): RecordContent {
  const { matter, office, known, gaps } = file;
  const speakers = known.filter(({ role }) => role === 'leader' || role === 'member' || role === 'courier');
  const target = at.pick(speakers.length ? speakers : known);
  const line = at.pick(target.persona.phones);
  const sessions = Array.from({ length: at.int(2, 6) }, (_, index) => session(at, later(occurredOn, index * 4)));
  return {
    title: `Intercepted calls of ${gaps.leader}'s circle`,
    synopsis: `${sessions.length} sessions on one line, ${occurredOn} to ${later(occurredOn, 29)}.`,
    narrative: `The line was intercepted under order. ${sessions.map(({ summary }) => summary).join(' ')}`,
    subjectIds: [target.id],
    investigation: null,
    intercept: {
      line,
      courtOrder: `${occurredOn.slice(2, 4)}-MC-${String(matter.index).padStart(4, '0')}-${number}`,
      court: office.district ? `United States District Court, ${office.district}` : at.pick(COURTS),
      authorizedFrom: occurredOn,
      authorizedUntil: later(occurredOn, 29),
      sessions,
    },
    financial: null,
  };
}

/** One in five is not pertinent, and minimised: nothing of it is written down. */
function session(at: Random, date: string): InterceptSessionValue {
  const [summary, transcript] = at.pick(CALLS);
  const minimized = at.chance(0.2);
  const [hour, minute, second] = [at.int(6, 23), at.int(0, 59), at.int(0, 59)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return {
    startedAt: `${date}T${hour}:${minute}:${second}Z`,
    durationSeconds: minimized ? at.int(5, 60) : at.int(20, 900),
    summary: minimized ? 'Not pertinent; minimised.' : summary,
    transcript: minimized ? null : transcript,
    minimized,
  };
}
