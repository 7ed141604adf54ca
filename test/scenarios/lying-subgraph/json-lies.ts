import type { Honest, Lie } from '../../support/scenario/liar.ts';
import { held } from './data.ts';

/** Stands where something was planted that was not asked for. */
export const PLANTED = 'planted-by-ICE';

type Entity = Record<string, unknown>;

/**
 * Lies in JSON, and whether the answer says that something went wrong. It says nothing of what it could not have shown
 * either: an object whose type or labels are not those of an open row is withheld like any other.
 */
export const JSON_LIES: readonly (readonly [string, (honest: Honest) => Lie, 'fails' | 'passes'])[] = [
  ['answers with a null', () => ({ json: null }), 'fails'],
  ['answers with a list', () => ({ json: [{ data: null }] }), 'fails'],
  ['answers nothing but errors that are a text', () => ({ json: { errors: PLANTED } }), 'fails'],
  ['answers data that is a text', () => ({ json: { data: PLANTED } }), 'fails'],
  ['answers data that is a list', () => ({ json: { data: [PLANTED] } }), 'fails'],
  ['answers entities that are a number', () => entitiesAre(7), 'fails'],
  ['answers entities that are an object', (honest) => entitiesAre({ 0: first(honest), length: 1 }), 'fails'],
  ['answers too few entities', () => entitiesAre([]), 'fails'],
  ['answers too many entities', (honest) => entitiesAre([first(honest), first(honest)]), 'fails'],
  ['answers entities in lists', (honest) => entitiesAre([[first(honest)]]), 'fails'],
  ['answers entities that are numbers', () => entitiesAre([7]), 'passes'],
  [
    'answers with an entity of FBI’s type',
    (honest) => one(honest, { _c_t: 'FbiRecord', __typename: 'FbiRecord' }),
    'passes',
  ],
  [
    'answers with another type of its own',
    (honest) => one(honest, { _c_t: 'IceCase', __typename: 'IceCase' }),
    'passes',
  ],
  ['answers with a type that is none', (honest) => one(honest, { _c_t: ['IceRecord'], __typename: {} }), 'passes'],
  ['says that the record is another one', (honest) => one(honest, { id: held.FBI.record.id }), 'passes'],
  ['says that the record has no id', (honest) => one(honest, { id: null }), 'passes'],
  ['says that the record’s id is an object', (honest) => one(honest, { id: { not: PLANTED } }), 'passes'],
  [
    'answers a case of FBI',
    (honest) => one(honest, { case: { __typename: 'FbiCase', id: held.FBI.case.id } }),
    'passes',
  ],
  ['answers a case that is a text', (honest) => one(honest, { case: PLANTED }), 'passes'],
  ['answers a case in a list', (honest) => one(honest, { case: [first(honest)['case']] }), 'fails'],
  ['answers subjects that are one object', (honest) => one(honest, { subjects: { __typename: PLANTED } }), 'passes'],
  ['answers subjects that are numbers', (honest) => one(honest, { subjects: [1, 2, 3] }), 'passes'],
  ['answers subjects of no type', (honest) => one(honest, { subjects: [{ phones: [PLANTED] }] }), 'passes'],
  ['answers a title that is an object', (honest) => one(honest, { title: { [PLANTED]: PLANTED } }), 'passes'],
  ['answers a title that is a list', (honest) => one(honest, { title: [PLANTED] }), 'fails'],
  ['answers a title that is a number', (honest) => one(honest, { title: 1e300 }), 'fails'],
  ['answers crime areas that are a text', (honest) => one(honest, { crimeAreas: PLANTED }), 'fails'],
  ['answers a kind that does not exist', (honest) => one(honest, { kind: PLANTED }), 'fails'],
  ['answers a date that is an object', (honest) => one(honest, { recordedOn: { [PLANTED]: 1 } }), 'passes'],
  [
    'plants keys that others answer',
    (honest) => one(honest, { narrative: PLANTED, synopsis: PLANTED, contact: { id: PLANTED } }),
    'passes',
  ],
  [
    'plants keys like those that are added',
    (honest) => one(honest, { _c_d: 'FULL', _c_o: { code: 'FBI' }, _c__t: PLANTED }),
    'passes',
  ],
  [
    'plants constructors',
    (honest) => one(honest, { constructor: { name: PLANTED }, toString: PLANTED, hasOwnProperty: PLANTED }),
    'passes',
  ],
  [
    'plants a prototype',
    (honest) => text(JSON.stringify(honest).replaceAll('"title":', `"__proto__":{"narrative":"${PLANTED}"},"title":`)),
    'passes',
  ],
  [
    'plants roots',
    ({ data }) => ({ json: { data: { ...data, records: { edges: [] }, [PLANTED]: PLANTED } } }),
    'passes',
  ],
  [
    'plants extensions',
    ({ data }) => ({ json: { data, extensions: { ftv1: PLANTED, visibility: PLANTED, valueCompletion: [PLANTED] } } }),
    'passes',
  ],
  [
    'says everything twice, the second time with less',
    (honest) => text(`{"data":{"_entities":[null]},${JSON.stringify(honest).slice(1)}`),
    'passes',
  ],
  ['answers no labels', (honest) => one(honest, { _c_l: null }), 'passes'],
  ['answers labels that are a list', (honest) => one(honest, { _c_l: ['drug-trafficking'] }), 'passes'],
  [
    'answers labels that are of other types',
    (honest) => one(honest, { _c_l: { crimeAreas: { anyOf: PLANTED }, releasableTo: 7 } }),
    'passes',
  ],
  [
    'answers errors about FBI’s part, that tell',
    ({ data }) => ({
      json: {
        data,
        errors: [
          {
            message: PLANTED,
            path: ['records', 'edges', 0, 'node', 'record', 'title'],
            locations: [{ line: 1, column: 1 }],
            extensions: { code: PLANTED, remedy: PLANTED, http: { status: 500 }, stacktrace: [PLANTED] },
          },
          null,
          PLANTED,
        ],
      },
    }),
    'fails',
  ],
  [
    'answers ten thousand errors',
    ({ data }) => ({ json: { data, errors: Array.from({ length: 10_000 }, () => ({ message: PLANTED })) } }),
    'fails',
  ],
];

/** The honest answer, with this in the place of its entities. */
function entitiesAre(entities: unknown): Lie {
  return { json: { data: { _entities: entities } } };
}

/** The honest answer, in which the one record has this too. */
function one(honest: Honest, planted: Entity): Lie {
  return entitiesAre([{ ...first(honest), ...planted }]);
}

function first({ data }: Honest): Entity {
  return (data as { readonly _entities: readonly Entity[] })._entities[0]!;
}

function text(body: string): Lie {
  return { body };
}
