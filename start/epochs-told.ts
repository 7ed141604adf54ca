import type { UnderEpoch } from '../subgraphs/index/contribution/epochs.ts';

/** A line for each agency and epoch, and what that means for a rotation. */
export function epochsTold(pointers: readonly UnderEpoch[], targets: readonly UnderEpoch[]): readonly string[] {
  const all = [...pointers, ...targets];
  const epochs = [...new Set(all.map(({ epoch }) => epoch))].sort((a, b) => a - b);
  const agencies = [...new Set(all.map(({ agency }) => agency))].sort();
  const lines = agencies.flatMap((agency) =>
    epochs.flatMap((epoch) => {
      const count = (of: readonly UnderEpoch[]) =>
        of.find((one) => one.agency === agency && one.epoch === epoch)?.count ?? 0;
      const [found, sought] = [count(pointers), count(targets)];
      return found + sought === 0 ? [] : [`${agency}  epoch ${epoch}  ${found} pointers  ${sought} targets`];
    }),
  );
  return [...lines, meaningOf(epochs)];
}

function meaningOf(epochs: readonly number[]): string {
  if (epochs.length === 0) return 'nothing is blinded under any epoch';
  if (epochs.length === 1) return `all is blinded under epoch ${epochs[0]}: any other may be retired`;
  return `more than one epoch is in use: what is blinded under one is found no more by its selectors when that is retired`;
}
