import type { LoadRest } from '../../subgraphs/kit/loads.ts';
import type { Terminal } from '../terminal.ts';
import { count } from './progress.ts';

/** Of what the index has of an agency, so much is withdrawn without being asked for twice. */
const UNASKED = 0.1;

/**
 * Says what `--replace` withdraws, before it does. More than a tenth of what the index has of the agency is taken for the
 * wrong file, unless whoever calls has said that it is not.
 */
export function mayWithdraw(agency: string, isSure: boolean, { complain }: Terminal) {
  return ({ held, rest }: LoadRest): boolean => {
    if (rest === 0) return true;
    const amount = `${count(rest)} of the ${count(held)} objects that the index has of ${agency}`;
    const may = isSure || rest <= held * UNASKED;
    complain(may ? `withdraws ${amount}` : `\`--replace\` would withdraw ${amount}: ${WHAT_TO_DO}`);
    return may;
  };
}

const WHAT_TO_DO =
  'more than a tenth. Run the same again with `--yes` when the file is whole, and without `--replace` when it is not';
