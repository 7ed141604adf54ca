import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type * as Cedar from '@cedar-policy/cedar-wasm/nodejs';
import { labelTypes, OBJECTS, type Written } from '../../../policy/export/cedar/labels.ts';
import type { CedarExport } from '../../../policy/export/cedar/cedar.ts';
import type { Entity } from '../../../policy/export/cedar/entities.ts';
import type { Row } from '../../../policy/condition/evaluate.ts';
import { contract, TREATMENTS, type EntityType, type Treatment } from '../../../schema/contract.ts';
import { STAGES } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import type { Question } from './question.ts';

// Node 20 dies of it ("unreachable code" in V8's deoptimizer) when such an inlined call is undone.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** Cedar's own evaluator. */
export const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as typeof Cedar;

/** What a viewer may do with a cell. */
export interface Answer {
  /** How it is shown; undefined: it is withheld. */
  readonly treatment: Treatment | undefined;
  /** Whether the object may be found by it. */
  readonly found: boolean;
}

const CLEARANCES = [...viewerTerms.clearances.keys()];
const LABELS = labelTypes(contract);

/** A policy set that Cedar has read once, to be asked often. */
export class CedarJudge {
  readonly #id = 'judged';
  readonly #standing: ReadonlyMap<string, Entity>;

  constructor({ policies, entities }: Pick<CedarExport, 'policies' | 'entities'>) {
    const read = cedar.preparsePolicySet(this.#id, { staticPolicies: Object.fromEntries(policies) });
    if (read.type === 'failure') throw new Error(read.errors.map(({ message }) => message).join('\n'));
    this.#standing = new Map(entities.map((entity) => [`${entity.uid.type} ${entity.uid.id}`, entity]));
  }

  /** What Cedar says of a question. @throws Error when a policy errs: an erring policy is skipped, and must not be */
  answer(question: Question): Answer {
    const call = this.#call(question);
    const allowed = (action: string) => this.#allows({ ...call, action: { type: 'Action', id: action } });
    const treatment = allowed('show-masked') ? TREATMENTS.find((how) => allowed(`show-${how}`)) : undefined;
    return { treatment, found: allowed('find') };
  }

  #allows(call: Cedar.StatefulAuthorizationCall): boolean {
    const answer = cedar.statefulIsAuthorized(call);
    if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
    const { decision, diagnostics } = answer.response;
    if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors));
    return decision === 'allow';
  }

  #call({ viewer, purpose, originator, coordinate, row }: Question): Omit<Cedar.StatefulAuthorizationCall, 'action'> {
    const principal = { type: 'Viewer', id: `${viewer.agency}:${viewer.sub ?? ''}` };
    const resource = { type: 'Cell', id: 'asked' };
    const agency = (id: string) => ({ __entity: { type: 'Agency', id } });
    const person = {
      agency: agency(viewer.agency),
      code: viewer.agency,
      role: viewer.role,
      trainings: [...(viewer.trainings ?? [])],
      ...(viewer.clearance ? { clearance: CLEARANCES.indexOf(viewer.clearance) } : {}),
      contactPoint: viewer.contactPoint ?? false,
    };
    const cell = {
      originator: agency(originator),
      field: { __entity: { type: 'Field', id: coordinate } },
      family: row.type,
      ...objectsOf(row),
    };
    const entities = [
      { uid: principal, attrs: person, parents: [] },
      { uid: resource, attrs: cell, parents: [] },
      ...this.#above('Field', coordinate),
      ...(purpose ? [...this.#above('Area', purpose.area), ...this.#above('Use', purpose.use)] : []),
    ] as Cedar.Entities;
    return { principal, resource, context: contextOf(purpose), preparsedPolicySetId: this.#id, entities };
  }

  /** An entity and all that it lies in. */
  #above(type: string, id: string): readonly Entity[] {
    const entity = this.#standing.get(`${type} ${id}`);
    return entity ? [entity, ...entity.parents.flatMap((parent) => this.#above(parent.type, parent.id))] : [];
  }
}

/** What Cedar's validator finds in the policies by their schema. */
export function validates({ schema, policies }: CedarExport): readonly string[] {
  const answer = cedar.validate({ schema, policies: { staticPolicies: Object.fromEntries(policies) } });
  if (answer.type === 'failure') return answer.errors.map(({ message }) => message);
  return [...answer.validationErrors, ...answer.validationWarnings].map(({ error }) => error.message);
}

function contextOf(purpose: Question['purpose']): Cedar.Context {
  if (!purpose) return {};
  const { area, use, search, stage, matches, offence, request } = purpose;
  return {
    purpose: {
      area: { __entity: { type: 'Area', id: area } },
      use: { __entity: { type: 'Use', id: use } },
      stage: STAGES.indexOf(stage ?? 'hit'),
      ...(search ? { search } : {}),
      ...(matches ? { matches: [...matches] } : {}),
      ...(offence ? { offence: { ...offence } } : {}),
      ...(request ? { request } : {}),
    },
  };
}

/** The labels of an object and of what it lies within. */
function objectsOf(row: Row | undefined): Record<string, Cedar.CedarValueJson> {
  if (!row) return {};
  const types = LABELS.get(row.type as EntityType)!;
  const labels = Object.entries(row.labels).map(([name, value]) => [name, written(value, types.get(name)!)] as const);
  return { ...objectsOf(row.enclosing), [OBJECTS[row.type as EntityType]]: Object.fromEntries(labels) };
}

function written(value: unknown, as: Written): Cedar.CedarValueJson {
  if (as === 'day') return value === null ? {} : { day: { __extn: { fn: 'datetime', arg: value as string } } };
  if (value === null) return [];
  return Array.isArray(value) ? (value as string[]) : [value as string];
}
