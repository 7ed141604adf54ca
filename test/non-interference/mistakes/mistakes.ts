import { ALWAYS, NEVER, type Condition } from '../../../policy/condition/condition.ts';
import type { Cell } from '../../../policy/cell.ts';
import type { Grant } from '../../../policy/grant.ts';
import type { FieldPlan, ObjectPlan, TypePlan } from '../../../policy/projection/plan.ts';
import type { Pipeline } from '../../../gateway/pipeline.ts';
import type { Locks } from '../running/system.ts';

/** One rule of the product, broken. */
export interface Mistake {
  readonly what: string;
  /** The locks that are on: where both are, one covers for the other. */
  readonly locks: Exclude<Locks, 'both'>;
  readonly ofGateway?: (pipeline: Pipeline) => Pipeline;
  readonly ofIndex?: (grant: Grant) => Partial<Pick<Grant, 'cell' | 'levels' | 'visible'>>;
  readonly ofAgencies?: (grant: Grant) => Partial<Pick<Grant, 'cell' | 'levels' | 'visible'>>;
  readonly cursorsOfAnybody?: true;
}

/** The mistakes, each in one place. @param held how many objects there are in the world, whoever may see them */
export function mistakes(held: () => ReadonlySet<string>): readonly Mistake[] {
  return [
    {
      what: 'the gateway takes every row that an agency answers',
      locks: 'gateway',
      ofGateway: reading(
        (field) => ({ ...field, ...(field.cell && { cell: { ...field.cell, rows: open(field.cell.rows) } }) }),
        true,
      ),
    },
    {
      what: 'the gateway treats no value',
      locks: 'gateway',
      ofGateway: reading((field) => ({ ...field, ...(field.cell && { cell: inFull(field.cell) }) })),
    },
    {
      what: 'a link to an object that does not appear leaves a gap',
      locks: 'gateway',
      ofGateway: reading((field) => ({ ...field, positional: true })),
    },
    { what: 'counts count what is hidden', locks: 'gateway', ofGateway: counting(held) },
    { what: 'an id of a hidden object is told from one of none', locks: 'gateway', ofGateway: refusing(held) },
    { what: 'reasons are told from what was found', locks: 'gateway', ofGateway: explaining },
    {
      what: 'a filter finds by fields that are not shown',
      locks: 'gateway',
      ofIndex: (grant) => ({ cell: (...of) => ({ ...grant.cell(...of), told: { CONTACT: ALWAYS, EXISTS: ALWAYS } }) }),
    },
    {
      what: 'hits are sorted by dates that are not shown',
      locks: 'gateway',
      ofIndex: (grant) => ({
        cell: (originator, coordinate) => {
          const cell = grant.cell(originator, coordinate);
          return coordinate.endsWith('On') ? { ...inFull(cell), rows: ALWAYS } : cell;
        },
      }),
    },
    { what: 'a cursor is good for anybody and any query', locks: 'gateway', cursorsOfAnybody: true },
    {
      what: 'an agency shows every row of what it shows some of',
      locks: 'agencies',
      ofAgencies: (grant) => ({
        cell: (...of) => ({ ...grant.cell(...of), rows: open(grant.cell(...of).rows) }),
        visible: (...of) => open(grant.visible(...of)),
      }),
    },
    {
      what: 'an agency treats no value',
      locks: 'agencies',
      ofAgencies: (grant) => ({ cell: (...of) => inFull(grant.cell(...of)) }),
    },
  ];
}

const open = (condition: Condition): Condition => (condition === NEVER ? NEVER : ALWAYS);
const inFull = (cell: Cell): Cell => ({ ...cell, treatments: [{ treatment: 'full', rows: ALWAYS }] });

function onEveryRow(object: TypePlan['object']): TypePlan['object'] {
  if (object.is === 'plain') return object;
  if (object.is !== 'text-hit') return { ...object, visible: open(object.visible) };
  return { ...object, rows: new Map([...object.rows].map(([field, rows]) => [field, open(rows)])) };
}

/** A gateway that reads agencies' answers by another plan. */
function reading(change: (field: FieldPlan) => FieldPlan, everyRow = false): (pipeline: Pipeline) => Pipeline {
  const ofType = ({ object, fields }: TypePlan): TypePlan => ({
    object: everyRow ? onEveryRow(object) : object,
    fields: new Map([...fields].map(([key, field]) => [key, ofField(field)])),
  });
  const ofObject = ({ typenameKey, types }: ObjectPlan): ObjectPlan => ({
    typenameKey,
    types: new Map([...types].map(([name, type]) => [name, ofType(type)])),
  });
  const ofField = (field: FieldPlan): FieldPlan => {
    const changed = change(field);
    return { ...changed, child: changed.child && ofObject(changed.child) };
  };
  return (pipeline) => ({
    ...pipeline,
    ingress: (call, data, answering) => {
      const read = call.reading.is === 'agency' ? { ...call.reading, plan: ofObject(call.reading.plan) } : call.reading;
      return pipeline.ingress({ ...call, reading: read }, data, answering);
    },
  });
}

function counting(held: () => ReadonlySet<string>): (pipeline: Pipeline) => Pipeline {
  const recount = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'totalCount' in value
      ? { ...value, totalCount: held().size }
      : value;
  return hubs((data) => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, recount(value)])));
}

function refusing(held: () => ReadonlySet<string>): (pipeline: Pipeline) => Pipeline {
  return hubs((data, variables) => {
    const named = Object.values(variables).some((value) => held().has(value as string));
    if (named && Object.values(data).includes(null)) throw new Error('it is hidden');
    return data;
  });
}

function hubs(
  change: (data: Record<string, unknown>, variables: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): (pipeline: Pipeline) => Pipeline {
  return (pipeline) => ({
    ...pipeline,
    ingress: (call, data, answering) => {
      const read = pipeline.ingress(call, data, answering);
      return read && call.reading.is === 'hub' ? change(read, call.variables) : read;
    },
  });
}

const answeredWith = new WeakMap<object, number>();

/** Reasons are told only when agencies answered with something, seen or not. */
function explaining(pipeline: Pipeline): Pipeline {
  return {
    ...pipeline,
    ingress: (call, data, answering) => {
      const found =
        call.reading.is === 'agency' ? JSON.stringify(data).split('"id"').length + JSON.stringify(data).length : 0;
      answeredWith.set(answering.seen, (answeredWith.get(answering.seen) ?? 0) + found);
      return pipeline.ingress(call, data, answering);
    },
    explain: (survey, answering) => {
      const told = pipeline.explain(survey, answering);
      return { ...told, withheld: told.withheld.slice(0, (answeredWith.get(answering.seen) ?? 0) % 7) };
    },
  };
}
