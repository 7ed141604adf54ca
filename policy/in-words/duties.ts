import type { Clause, DeconflictionDuty, Obligations, Quota } from '../agreement.ts';
import { listed, sentence } from './listed.ts';
import { constantInWords, termsInWords } from './terms.ts';

/** What is owed under a clause, a sentence each: by the recipient for what is shared, or by both before either acts. */
export function dutiesInWords({ share, deconflict }: Clause): readonly string[] {
  return [...obligations(share?.obligations ?? {}), ...(deconflict ? deconfliction(deconflict) : [])].map(sentence);
}

function obligations(owed: Obligations): readonly string[] {
  const { notifyOriginator, retentionDays, attribution, quotas = [], evidence, onward, recordOnward } = owed;
  return [
    ...(notifyOriginator ? ['the originator is told of every answer'] : []),
    ...(retentionDays === undefined ? [] : [`the recipient deletes it after ${counted(retentionDays, 'day')}`]),
    ...(attribution === undefined ? [] : [`wherever the recipient uses it, it names the source: “${attribution}”`]),
    ...quotas.map(quota),
    ...(evidence ? ['not as evidence unless a notice of the originator consents'] : []),
    ...(onward ? [onward === 'forbidden' ? 'it is passed on to nobody' : 'it is passed on only with consent'] : []),
    ...(recordOnward ? ['the recipient keeps a record of each time it passes something on'] : []),
  ];
}

function quota({ search, perDay, maxCandidates }: Quota): string {
  const kind = search === undefined ? '' : `, ${termsInWords('searches', [search])[0]}`;
  const hits = maxCandidates === undefined ? '' : `; a search shows at most ${counted(maxCandidates, 'hit')}`;
  return `a recipient agency may search ${counted(perDay, 'time')} a day under it${kind}${hits}`;
}

const TOLD: Readonly<Record<DeconflictionDuty['tells'], string>> = {
  both: 'both are told',
  originator: 'the originator is told',
  coordinator: 'the coordinator is told',
};

const LEARN: Readonly<Record<DeconflictionDuty['disclosure'], string>> = {
  CONTACT: 'that there is a match, and whom to call',
  EXISTS: 'that there is a match, no more',
};

function deconfliction(duty: DeconflictionDuty): readonly string[] {
  const { from, to, selectors, events, areas, tells, disclosure, hold, answerHours } = duty;
  const whose = `of ${listed(from, 'and')} and those of ${listed(to, 'and')}`;
  return [
    ...(selectors ? [`targets ${whose} are matched by ${listed(selectors.map(constantInWords), 'and')}`] : []),
    ...(events
      ? [
          `operations ${whose} are matched within ${counted(events.radiusMetres, 'metre')} and ${counted(events.hours, 'hour')}`,
        ]
      : []),
    ...(areas ? [`only in work on ${listed(termsInWords('areas', areas), 'or')}`] : []),
    `on a match, ${TOLD[tells]}: ${LEARN[disclosure]}`,
    ...(hold ? ['the operation waits until the two have agreed, and if it goes second, until the first is over'] : []),
    ...(answerHours === undefined ? [] : [`the other side answers within ${counted(answerHours, 'hour')}`]),
  ];
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
