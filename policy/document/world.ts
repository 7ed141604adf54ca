import type { Contract, Coordinate } from '../../schema/contract.ts';
import type { Purposes } from '../../schema/purposes.ts';
import type { ViewerTerms } from '../../schema/viewers.ts';
import type { Parties } from '../parties.ts';

/** The words that a clause may use, whoever the parties are. */
export interface Vocabulary {
  readonly contract: Contract;
  readonly purposes: Purposes;
  readonly viewers: ViewerTerms;
  /** Fields of agencies' own beyond the contract: `IceRecord.seizureNumber`. */
  readonly ownFields: ReadonlySet<Coordinate>;
}

/** Everything that a document may refer to. */
export interface World extends Vocabulary {
  readonly parties: Parties;
}
