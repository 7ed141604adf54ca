import type { Agreement, DeconflictionDuty, Share, Withhold } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import type { ValidAgreement } from '../read-agreement.ts';
import type { World } from '../world.ts';

/** Something that is wrong at a path of a document. */
export interface Finding {
  readonly path: Path;
  /** Default: the value. */
  readonly part?: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
}

/** A group as one document founds it. */
export interface Founding {
  readonly document: ValidAgreement;
  readonly coordinator: string;
  readonly members: readonly string[];
}

/** The world and every document of it. */
export interface Surroundings extends World {
  readonly documents: readonly ValidAgreement[];
  readonly agencies: ReadonlySet<string>;
  /** By id; of several with one id, which is a mistake, the first. */
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** By code; more than one founding is a mistake. */
  readonly groups: ReadonlyMap<string, readonly Founding[]>;
  /** Agencies that belong to a group, or join it, by any document. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

/** One thing that is checked of one document. */
export type Rule = (document: ValidAgreement, around: Surroundings) => readonly Finding[];

/** What a clause shares, and where that stands in the document. */
export interface ShareAt {
  readonly effect: 'share';
  readonly scope: Share;
  readonly path: Path;
}

/** What a clause speaks of, and where that stands in the document. */
export type ScopeAt = ShareAt | { readonly effect: 'withhold'; readonly scope: Withhold; readonly path: Path };

/** A duty of de-confliction, and where it stands in the document. */
export interface DutyAt {
  readonly duty: DeconflictionDuty;
  readonly path: Path;
}

/** Every sharing or withholding scope of an agreement. */
export function scopesOf(agreement: Agreement): readonly ScopeAt[] {
  return agreement.clauses.flatMap(({ share, withhold }, index): readonly ScopeAt[] => [
    ...(share ? [{ effect: 'share', scope: share, path: ['clauses', index, 'share'] } as const] : []),
    ...(withhold ? [{ effect: 'withhold', scope: withhold, path: ['clauses', index, 'withhold'] } as const] : []),
  ]);
}

/** Every sharing scope of an agreement. */
export function sharesOf(agreement: Agreement): readonly ShareAt[] {
  return scopesOf(agreement).filter((at) => at.effect === 'share');
}

/** Every duty of de-confliction of an agreement. */
export function dutiesOf(agreement: Agreement): readonly DutyAt[] {
  return agreement.clauses.flatMap(({ deconflict }, index) =>
    deconflict ? [{ duty: deconflict, path: ['clauses', index, 'deconflict'] }] : [],
  );
}
