import type DataLoader from 'dataloader';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { Asking } from '../kit/subgraph.ts';
import type { InForce } from './conflicts/meeting.ts';
import type { SeenConflict } from './conflicts/seen.ts';
import type { DeclaredRow } from './declarations/read.ts';
import type { Database } from './store/database.ts';

/** What de-confliction needs to answer. */
export interface DeconflictionServices {
  readonly database: Database;
  readonly inForceAt: (now: Date) => InForce;
  /** Called when something was declared: there may be something to tell. */
  readonly onDeclared: () => void;
}

/** One request to de-confliction. */
export interface DeconflictionRequest extends Asking, DeconflictionServices {
  readonly agencies: readonly AgencyEntry[];
  readonly inForce: InForce;
  /** What the viewer's agency has declared, by the key by which de-confliction knows it. */
  readonly declared: DataLoader<string, DeclaredRow | null>;
  /** The conflicts that the viewer's agency may see, by the key of the declaration that is in them. */
  readonly conflictsOf: DataLoader<string, readonly SeenConflict[]>;
  /** Whether a declaration of the viewer's agency is held up by a conflict. */
  readonly isHeldUp: DataLoader<string, boolean>;
}

/** The context of the resolvers of de-confliction. */
export interface DeconflictionContext {
  readonly deconfliction: DeconflictionRequest;
}
