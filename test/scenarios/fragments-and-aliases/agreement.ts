import { contract } from '../../../schema/contract.ts';
import { agreed } from '../../support/scenario/agreed.ts';

const AGENCIES = ['ICE', 'FBI', 'DEA'];
const between = { from: AGENCIES, to: AGENCIES };

/** Everybody shares everything. */
export const EVERYTHING = agreed(AGENCIES, [
  {
    id: '1',
    share: {
      ...between,
      categories: [...contract.categories.keys()],
      coordinates: ['IceRecord.seizureNumber', 'DeaRecord.substance'],
    },
  },
]);

/** Titles and the names of persons and groups; nothing else. */
export const SOME = agreed(AGENCIES, [
  {
    id: '1',
    share: {
      ...between,
      coordinates: ['Record.title', 'Record.subjects', 'Record.case', 'Case.title', 'Person.surname', 'Group.names'],
    },
  },
]);
