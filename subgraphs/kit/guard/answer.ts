import { isListType, isNonNullType, type GraphQLField } from 'graphql';
import type { Coordinate, Treatment } from '../../../schema/contract.ts';
import type { TextFamily } from '../../../schema/text-search.ts';
import { admit, type Pass } from './admit.ts';
import { argumentsOpen } from './argued.ts';
import { ask, type Call } from './call.ts';
import { resolveEntities } from './entities.ts';
import type { Marks } from './rule.ts';

/** Answers a field by its rule. A resolver of the agency's own is asked only where the rule lets its value out. */
export function answer(call: Call): unknown {
  const { of, from, context, args } = call;
  const { rule, lock } = of;
  if (!argumentsOpen(call)) return closed(of.field);
  switch (rule.is) {
    case 'structural':
      return admit(call, ask(call), CARRIED.full);
    case 'labels':
      return answerLabels(call);
    case 'governed':
      return answerGoverned(rule.coordinate, call);
    case 'container':
      return lock.opens(context.grant, rule.type, from?.row) ? admit(call, ask(call), UNCARRIED) : null;
    case 'part':
      return from?.treatment === undefined
        ? answerGoverned(rule.coordinate, call)
        : answerPart(call, from.treatment, rule.marks);
    case 'passage':
      return answerPassage(rule.texts, call);
    case 'entities':
      return resolveEntities(args.representations, call);
  }
}

const UNCARRIED: Pass = { treatment: undefined };

const CARRIED: Readonly<Record<Treatment, Pass>> = {
  full: { treatment: 'full' },
  generalised: { treatment: 'generalised' },
  masked: { treatment: 'masked' },
};

/** Where no text may lead to anything, nobody looks for one. */
function answerPassage(texts: TextFamily | undefined, call: Call): unknown {
  const isOpen = texts === undefined || call.of.lock.searchesTexts(call.context.grant, texts);
  return isOpen ? admit(call, ask(call), UNCARRIED) : null;
}

function answerGoverned(coordinate: Coordinate, call: Call): unknown {
  const treatment = call.of.lock.treatment(call.context.grant, coordinate, call.from?.row);
  return treatment === undefined ? closed(call.of.field) : admit(call, ask(call), CARRIED[treatment]);
}

/**
 * A part that the contract does not know is not known to be harmless: it is shown in full or not at all. Of a
 * generalised value nothing is left but the parts that are marked so.
 */
function answerPart(call: Call, treatment: Treatment, marks: Marks | undefined): unknown {
  if (treatment === 'full') return admit(call, ask(call), CARRIED.full);
  if (treatment === 'generalised' && !marks?.generalised) return closed(call.of.field);
  return marks ? admit(call, ask(call), { treatment, marks }) : closed(call.of.field);
}

function answerLabels({ of, from, context, args }: Call): unknown {
  const asked = Array.isArray(args.names) ? (args.names as readonly string[]) : [];
  const names = of.lock.labelNames(context.grant, of.type, asked);
  const labels = names.length > 0 ? (from?.row?.labels ?? {}) : {};
  return Object.fromEntries(names.filter((name) => Object.hasOwn(labels, name)).map((name) => [name, labels[name]]));
}

/** What stands for a withheld value. Governed fields are nullable; an agency's own list that is not is empty. */
function closed({ type }: GraphQLField<unknown, unknown>): unknown {
  return isNonNullType(type) && isListType(type.ofType) ? [] : null;
}
