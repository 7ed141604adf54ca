import type { TargetsUnder } from '../subgraphs/deconfliction/declarations/epochs.ts';
import type { UnderEpoch } from '../subgraphs/index/contribution/epochs.ts';

/** What of one agency is blinded under just these epochs: it is found by each of them. */
interface Blinded {
  readonly agency: string;
  readonly what: 'pointers' | 'cases' | 'declared';
  readonly epochs: readonly number[];
  readonly count: number;
}

/**
 * A line for each agency and the epochs that its things are blinded under, and what that means for a rotation: which
 * epochs may be retired, or who has to do what before.
 */
export function epochsTold(pointers: readonly UnderEpoch[], targets: readonly TargetsUnder[]): readonly string[] {
  const all: readonly Blinded[] = [
    ...pointers.map(({ epoch, ...rest }) => ({ ...rest, what: 'pointers' as const, epochs: [epoch] })),
    ...targets.map(({ source, ...rest }) => ({
      ...rest,
      what: source === 'CASE' ? ('cases' as const) : ('declared' as const),
    })),
  ];
  return [...counts(all), ...meaningOf(all)];
}

function counts(all: readonly Blinded[]): readonly string[] {
  const agencies = [...new Set(all.map(({ agency }) => agency))].sort();
  const sets = [...new Set(all.map(nameOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return agencies.flatMap((agency) =>
    sets.flatMap((set) => {
      const own = all.filter((one) => one.agency === agency && nameOf(one) === set);
      const sum = (some: readonly Blinded[]) => some.reduce((total, { count }) => total + count, 0);
      const found = sum(own.filter(({ what }) => what === 'pointers'));
      return own.length === 0 ? [] : [`${agency}  ${set}  ${found} pointers  ${sum(own) - found} targets`];
    }),
  );
}

function nameOf({ epochs }: Blinded): string {
  return `${epochs.length === 1 ? 'epoch' : 'epochs'} ${epochs.join(', ')}`;
}

/** INVARIANT: what is blinded under several epochs is found by each, so it keeps none of them from being retired. */
function meaningOf(all: readonly Blinded[]): readonly string[] {
  const epochs = [...new Set(all.flatMap((one) => one.epochs))];
  if (epochs.length === 0) return ['nothing is blinded under any epoch'];
  const enough = epochs.filter((epoch) => all.every((one) => one.epochs.includes(epoch)));
  if (enough.length > 0) return [`all is blinded under epoch ${Math.max(...enough)}: any other may be retired`];
  const newest = Math.max(...epochs);
  return [
    `not all is blinded under epoch ${newest}; what is not is found no more by its selectors when its epochs are retired:`,
    ...all.filter((one) => !one.epochs.includes(newest)).map(whatToDo),
  ];
}

function whatToDo(blinded: Blinded): string {
  const { agency, what, count } = blinded;
  const amount = (one: string) => `${agency}: ${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
  switch (what) {
    case 'pointers':
      return `${amount('pointer')} under ${nameOf(blinded)}: \`npm run recontribute -- ${agency}\`; those that came from a file: \`npm run contribute -- ${agency} FILE --again\``;
    case 'cases':
      return `${amount('case')} in de-confliction under ${nameOf(blinded)}: \`npm run recontribute -- ${agency}\``;
    case 'declared':
      return `${amount('target')} under ${nameOf(blinded)}: its officers declare watches anew under another id, and end the old ones (\`endTarget\`)`;
  }
}
