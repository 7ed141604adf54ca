import fc from 'fast-check';
import type { SubgraphAnswer } from '../../gateway/federation/read-answer.ts';
import { FBI_SECRET, mutatedWorld, type MutatedWorld, type Told } from './mutated-world.ts';

let world: MutatedWorld;
let honest: Told;
beforeAll(async () => {
  world = await mutatedWorld();
  honest = await world.ask((answer) => answer);
});

afterAll(() => world.stop());

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  '__typename',
  '_c_t',
  '_c_l',
  '_entities',
  'narrative',
  'title',
  'id',
  'toString',
  'then',
  'toJSON',
];
const NAMES = [
  'IceRecord',
  'FbiRecord',
  'IceCase',
  'FbiCase',
  'IcePerson',
  'Agency',
  'Query',
  'Record',
  'String',
  'Nothing',
];
const IDS = ['FBI-r', 'DEA-r', 'ICE-c', 'FBI-p', ''];

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1.5, 1e308, '', 'planted', [], {}, [[[]]], [null]),
  fc.constantFrom(...NAMES, ...IDS),
  fc.jsonValue({ maxDepth: 3 }),
);

/** One change of an answer. `at` chooses the place among all that there are. */
type Change =
  | { readonly is: 'delete' | 'duplicate' | 'nest'; readonly at: number }
  | { readonly is: 'put'; readonly at: number; readonly value: unknown }
  | { readonly is: 'insert'; readonly at: number; readonly key: string; readonly value: unknown };

const at = fc.nat({ max: 10_000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ is: fc.constantFrom('delete', 'duplicate', 'nest'), at }) as fc.Arbitrary<Change>,
  fc.record({ is: fc.constant('put' as const), at, value: anything }),
  fc.record({ is: fc.constant('insert' as const), at, key: fc.constantFrom(...HOSTILE_KEYS), value: anything }),
);

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place below a value, `data` and its like first. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  const own = Object.keys(holder).map((key) => ({ holder, key }));
  return [...own, ...own.flatMap((place) => placesIn(holder[place.key]))];
}

function apply(answer: SubgraphAnswer, change: Change): void {
  const places = placesIn(answer);
  const place = places[change.at % places.length];
  if (!place) return;
  const { holder, key } = place;
  if (change.is === 'delete') delete holder[key];
  if (change.is === 'put') holder[key] = change.value;
  if (change.is === 'nest') holder[key] = [holder[key]];
  if (change.is === 'duplicate') holder[key] = [holder[key], holder[key]];
  if (change.is === 'insert') {
    Object.defineProperty(holder, change.key, {
      value: change.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}

interface Edges {
  readonly records: {
    readonly edges: readonly { readonly node: { readonly originator: { readonly code: string } } }[];
  };
}

function ofOthers({ data, asked: { ICE: _, ...asked } }: Told) {
  const nodes = (data as Edges).records.edges.map(({ node }) => node);
  return { nodes: nodes.map((node) => (node.originator.code === 'ICE' ? 'ICE' : node)), asked };
}

describe('an answer of ICE that is changed at random', () => {
  it('changes nothing of the others’ parts, nor of what they are asked, and says that it is ICE’s if it says anything', async () => {
    expect(honest.errors).toEqual([]);
    expect(JSON.stringify(honest.data)).toContain('surname at ICE');
    let failed = 0;
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const told = await world.ask((answer) => {
          for (const each of changes) apply(answer, each);
          return answer;
        });
        expect(ofOthers(told)).toEqual(ofOthers(honest));
        expect(JSON.stringify(told.data)).not.toContain(FBI_SECRET);
        for (const { message, extensions } of told.errors) {
          expect([extensions?.code, message.includes('`ICE`')]).toEqual(['SUBGRAPH_FAILED', true]);
        }
        if (told.errors.length > 0) failed += 1;
        if (JSON.stringify(told.data) !== JSON.stringify(honest.data)) changed += 1;
      }),
      { numRuns: 400, seed: 20100326 },
    );
    expect(failed).toBeGreaterThan(30);
    expect(changed).toBeGreaterThan(100);
  });
});
