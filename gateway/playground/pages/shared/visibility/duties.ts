import type { Visibility } from '../../../../explain/explain.ts';

type Owed = Visibility['obligations'][number];

/** What the viewer's agency owes for what a clause discloses, a sentence for each duty. */
export function dutiesIn(owed: Owed): readonly string[] {
  const {
    originator,
    notifyOriginator,
    retentionDays,
    attribution,
    quotas = [],
    evidence,
    onward,
    recordOnward,
  } = owed;
  const sentences = [
    notifyOriginator && `${originator} is told of every answer under it.`,
    retentionDays !== undefined && `Delete it after ${retentionDays} days.`,
    attribution !== undefined && `Name the source as “${attribution}” wherever you use it.`,
    evidence && `Not as evidence unless ${originator} consents.`,
    onward === 'forbidden' && 'Do not pass it on.',
    onward === 'with-consent' && `Pass it on only if ${originator} consents.`,
    recordOnward && 'Keep a record of each time you pass it on.',
    ...quotas.map(({ search, perDay }) => `At most ${perDay} searches a day${search ? ` of the kind ${search}` : ''}.`),
  ];
  return sentences.filter((sentence) => typeof sentence === 'string');
}
