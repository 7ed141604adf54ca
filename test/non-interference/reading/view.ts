import type { Coordinate } from '../../../schema/contract.ts';
import type { Agreement } from '../../../policy/agreement.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import type { Viewer } from '../world/viewers.ts';
import { rowOf, type Row } from './rows.ts';
import { shownOn, type Shown } from './shown.ts';
import { spokenTo, type Spoken } from './speaking.ts';
import { leads, linksOf, valueOf, valuesShown } from './fields.ts';

/** What filters of searches compare, by the field that they read. */
const FOUND_BY: Readonly<Record<string, readonly Coordinate[]>> = {
  Record: ['Record.kind', 'Record.crimeAreas', 'Record.program', 'Record.occurredOn', 'Record.recordedOn'],
  Case: ['Case.status', 'Case.crimeAreas', 'Case.program', 'Case.districts', 'Case.openedOn'],
  LiaisonContact: [
    'LiaisonContact.areas',
    'LiaisonContact.role',
    'LiaisonContact.hostCountry',
    'LiaisonContact.onCall',
  ],
};

/** Everything that a viewer may learn of what one agency holds, in one form: equal for holdings that look alike. */
export class Reader {
  readonly #clauses: readonly Spoken[];
  readonly #shown = new WeakMap<Row, Shown>();
  readonly #values = new WeakMap<Row, number>();
  readonly #numbers = new Map<string, number>();

  constructor(
    readonly viewer: Viewer,
    readonly originator: string,
    agreements: readonly Agreement[],
  ) {
    this.#clauses = spokenTo(viewer, originator, agreements);
  }

  /** @returns for every object that may be found, by its id, what may be learnt of it. Equal values have one number. */
  view(held: readonly Stored[]): ReadonlyMap<string, unknown> {
    const holding = new Map(held.map((entity) => [entity.id, entity]));
    const seen = new Sight(
      holding,
      (row) => this.#shownOn(row),
      (row) => this.#valuesOf(row),
    );
    return new Map(held.flatMap((entity) => seen.hit(entity)));
  }

  #shownOn(row: Row): Shown {
    const shown = this.#shown.get(row) ?? shownOn(row, this.originator, this.viewer, this.#clauses);
    this.#shown.set(row, shown);
    return shown;
  }

  /** A number that stands for the values that are shown of an object, links aside. */
  #valuesOf(row: Row): number {
    const known = this.#values.get(row);
    if (known !== undefined) return known;
    const text = JSON.stringify(valuesShown(row, this.#shownOn(row)));
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    this.#values.set(row, number);
    return number;
  }
}

class Sight {
  readonly #held: ReadonlyMap<string, Stored>;
  readonly #shownOn: (row: Row) => Shown;
  readonly #valuesOf: (row: Row) => number;

  constructor(held: ReadonlyMap<string, Stored>, shown: (row: Row) => Shown, values: (row: Row) => number) {
    this.#held = held;
    this.#shownOn = shown;
    this.#valuesOf = values;
  }

  hit(entity: Stored): readonly (readonly [string, unknown])[] {
    const searched = FOUND_BY[entity.type];
    if (!searched) return [];
    const shown = this.#byItself(entity);
    const found = searched.filter((coordinate) => shown.found.has(coordinate));
    const values = Object.fromEntries(found.map((coordinate) => [coordinate, valueOf(entity, coordinate)]));
    const contact = this.#called(entity, shown);
    if (shown.fields.size > 0)
      return [[entity.id, { type: entity.type, values, contact, fields: this.#fields(rowOf(entity), shown) }]];
    if (!shown.told || found.length === 0) return [];
    return [
      [entity.id, { type: entity.type, values, told: shown.told, contact: shown.told === 'CONTACT' ? contact : null }],
    ];
  }

  /** Whom a hit names, besides the contact on call. */
  #called(entity: Stored, { callable, fields }: Shown): string | null {
    if (entity.type !== 'Record' && entity.type !== 'Case') return null;
    if (!callable && !fields.has(`${entity.type}.contact`)) return null;
    const contact = this.#held.get(entity.contactId ?? '');
    return contact && this.#byItself(contact).fields.size > 0 ? contact.id : null;
  }

  #byItself(entity: Stored): Shown {
    return this.#shownOn(rowOf(entity));
  }

  #fields(row: Row, { fields }: Shown): readonly unknown[] {
    const links = [...fields.keys()].filter(leads).map((coordinate) => [coordinate, this.#linked(row, coordinate)]);
    return [this.#valuesOf(row), ...links];
  }

  /** What a field leads to, of which only what appears is there. */
  #linked(row: Row, coordinate: Coordinate): unknown {
    const { entity } = row;
    const ids = linksOf(entity, coordinate);
    if (ids) return coordinate === 'Record.case' ? this.#appearing(ids) : this.#all(ids, row);
    const records = [...this.#held.values()].filter((other) => other.type === 'Record' && other.caseId === entity.id);
    return this.#appearing(records.map(({ id }) => id).sort());
  }

  /** Parts of what they are within, each as it appears there. */
  #all(ids: readonly string[], around: Row): readonly unknown[] {
    return ids.flatMap((id) => {
      const entity = this.#held.get(id);
      if (!entity) return [];
      const row = rowOf(entity, around);
      const shown = this.#shownOn(row);
      return shown.fields.size > 0 ? [{ id, type: entity.type, fields: this.#fields(row, shown) }] : [];
    });
  }

  /** Records and cases stand for themselves. */
  #appearing(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => {
      const entity = this.#held.get(id);
      return entity && this.#byItself(entity).fields.size > 0;
    });
  }
}
