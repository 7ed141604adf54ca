import type { Coordinate, EntityType, Treatment } from '../../schema/contract.ts';
import type { Locator, Path } from '../document/locate.ts';
import { didYouMean } from '../document/suggest.ts';
import type { Claim, ClaimPlace, Seen } from './claim.ts';
import type { Claimed } from './column.ts';
import type { Expected } from './expectations.ts';
import { fieldsNamed, fieldsOf, type Speaking } from './fields.ts';
import type { Scene } from './scene.ts';
import type { TestWorld } from './surroundings.ts';

/** Claims what `expect` says of each object. */
export function claimExpected(
  expect: Readonly<Record<string, Expected>>,
  scene: Scene,
  path: Path,
  at: Locator,
  world: TestWorld,
): Claimed {
  const read = Object.entries(expect).map(([object, expected]): Claimed => {
    const row = scene.objects.get(object);
    if (row) {
      const place = { object, family: row.type as EntityType, scene, column: undefined };
      return new Expecting(place, expected, [...path, object], at, world).claimed();
    }
    const hint = didYouMean(object, scene.objects.keys());
    const message = `there is no object \`${object}\``;
    return { claims: [], mistakes: [{ ...at.key([...path, object]), message, ...(hint ? { hint } : {}) }] };
  });
  return { claims: read.flatMap(({ claims }) => claims), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

/** Fields that a word names, and where it stands. */
interface NamedAt {
  readonly fields: readonly Coordinate[];
  readonly path: Path;
  readonly part: 'key' | 'value';
}

/** One object's expectations, read key by key. */
class Expecting {
  readonly #mistakes: Claimed['mistakes'][number][] = [];

  constructor(
    readonly place: Omit<ClaimPlace, 'at'>,
    readonly expected: Expected,
    readonly path: Path,
    readonly at: Locator,
    readonly world: TestWorld,
  ) {}

  claimed(): Claimed {
    const { foundBy = [], notFoundBy = [], disclosure, hides = [] } = this.expected;
    const treated = this.#treated();
    const claims: readonly Claim[] = [
      ...this.#shown(treated),
      ...this.#fields(hides, 'hides').flatMap((named) => this.#see(named, 'closed')),
      ...(disclosure ? [{ ...this.#placed(['disclosure']), is: 'disclosure', expected: disclosure } as const] : []),
      ...this.#fields(foundBy, 'foundBy').flatMap((named) => this.#find(named, true)),
      ...this.#fields(notFoundBy, 'notFoundBy').flatMap((named) => this.#find(named, false)),
    ];
    return { claims, mistakes: this.#mistakes };
  }

  /** A treatment is of a field that is shown, so that `treated` alone says that it is. */
  #shown(
    treated: ReadonlyMap<Coordinate, { readonly treatment: Treatment; readonly named: NamedAt }>,
  ): readonly Claim[] {
    const { shows = [], only } = this.expected;
    const named = [...this.#fields(shows, 'shows'), ...this.#fields(only ?? [], 'only')];
    const inFull = named
      .map((words) => ({ ...words, fields: words.fields.filter((field) => !treated.has(field)) }))
      .flatMap((words) => this.#see(words, 'full'));
    const otherwise = [...treated].flatMap(([coordinate, { treatment, named }]) =>
      this.#see({ ...named, fields: [coordinate] }, treatment),
    );
    if (!only) return [...inFull, ...otherwise];
    const shown = new Set([...named.flatMap(({ fields }) => fields), ...treated.keys()]);
    const others = fieldsOf(this.#speaking, this.world).filter((coordinate) => !shown.has(coordinate));
    const rest: NamedAt = { fields: others, path: [...this.path, 'only'], part: 'key' };
    return [...inFull, ...otherwise, ...this.#see(rest, 'closed')];
  }

  #treated(): ReadonlyMap<Coordinate, { readonly treatment: Treatment; readonly named: NamedAt }> {
    const entries = Object.entries(this.expected.treated ?? {});
    const wideFirst = entries.sort(([a], [b]) => Number(a.includes('.')) - Number(b.includes('.')));
    return new Map(
      wideFirst.flatMap(([word, treatment]) =>
        this.#named(word, ['treated', word], 'key').flatMap((named) =>
          named.fields.map((coordinate) => [coordinate, { treatment, named }] as const),
        ),
      ),
    );
  }

  #see({ fields, path, part }: NamedAt, seen: Seen): readonly Claim[] {
    const at = this.at[part](path);
    return fields.map((coordinate) => ({ ...this.place, is: 'field', coordinate, expected: seen, at }));
  }

  #find({ fields, path, part }: NamedAt, expected: boolean): readonly Claim[] {
    const at = this.at[part](path);
    return fields.map((coordinate) => ({ ...this.place, is: 'found', coordinate, expected, at }));
  }

  #fields(words: 'all' | readonly string[], key: keyof Expected): readonly NamedAt[] {
    if (words === 'all') {
      return [{ fields: fieldsOf(this.#speaking, this.world), path: [...this.path, key], part: 'key' }];
    }
    return words.flatMap((word, index) => this.#named(word, [key, index], 'value'));
  }

  #named(word: string, at: Path, part: NamedAt['part']): readonly NamedAt[] {
    const path = [...this.path, ...at];
    const named = fieldsNamed(word, this.#speaking, this.world);
    if ('fields' in named) return [{ fields: named.fields, path, part }];
    const { message, hint } = named;
    this.#mistakes.push({ ...this.at[part](path), message, ...(hint ? { hint } : {}) });
    return [];
  }

  #placed(path: Path): ClaimPlace {
    return { ...this.place, at: this.at.value([...this.path, ...path]) };
  }

  get #speaking(): Speaking {
    const { object, family, scene } = this.place;
    return { object, family, originator: scene.originator };
  }
}
