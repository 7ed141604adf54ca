import type { CaseFile } from '../case-file.ts';
import type { Random } from '../random.ts';
import { fill } from '../text.ts';
import type { RecordContent, RecordPlan } from './content.ts';

/** A report of investigation. Where the case has a source, some reports are what the source said. */
export function reportContent({ file, at, number, occurredOn }: RecordPlan): RecordContent {
  const { agency, matter, gaps, informant, office } = file;
  const debriefing = informant !== null && number === 1;
  const [title, body] = debriefing ? DEBRIEFING : at.pick(matter.repertoire.reports);
  const text = fill(body, gaps);
  return {
    title: fill(title, gaps),
    synopsis: firstSentence(text),
    narrative: [`On ${occurredOn}, ${office.name}.`, text, fill(at.pick(NEXT_STEPS), gaps)].join(' '),
    subjectIds: debriefing ? [informant.id, ...someSubjects(at, file)] : someSubjects(at, file),
    investigation: {
      reportNumber: `ROI-${agency.code}-${matter.index}-${number + 1}`,
      techniques: debriefing ? ['debriefing of a source'] : at.sample(matter.repertoire.techniques, at.int(1, 2)),
    },
    intercept: null,
    financial: null,
  };
}

/** The leader or somebody else of the case, at least one; the group and the organization now and then. */
export function someSubjects(at: Random, { known, group, organization }: CaseFile): readonly string[] {
  const persons = at.sample(
    known.map(({ id }) => id),
    at.int(1, 4),
  );
  return [
    ...persons,
    ...(group && at.chance(0.4) ? [group.id] : []),
    ...(organization && at.chance(0.4) ? [organization.id] : []),
  ];
}

function firstSentence(text: string): string {
  return /^.*?[.;](?= |$)/.exec(text)?.[0].replace(/;$/, '.') ?? text;
}

const DEBRIEFING = [
  'Debriefing of a source on {leader}',
  'A source in a position to know says that {leader} expects {goods} from {origin} within the month and will be called on {phone}. {member} is said to keep the books.',
] as const;

const NEXT_STEPS: readonly string[] = [
  'Subscriber data of {phone} have been requested.',
  'The registration of plate {plate} is being checked.',
  'Records of {organization} will be subpoenaed.',
  'The prosecutor has been informed.',
  'A photograph of {leader} will be shown to witnesses.',
];
