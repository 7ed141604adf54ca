import { getNamedType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { blindedKindOf } from '../../policy/projection/blinded.ts';
import type { BlindedKind } from '../../schema/selectors.ts';

/** What becomes of one selector. @param at where it stands: `records.filter.phone` */
export type ChangeSelector = (kind: BlindedKind, value: NonNullable<unknown>, at: string) => unknown;

/** A value with every selector in it changed: one, or a list of them. What is null says nothing, and stays. */
export function changeSelector(value: unknown, kind: BlindedKind, at: string, change: ChangeSelector): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => changeSelector(item, kind, at, change));
  return change(kind, value, at);
}

/** A value, as it is in variables, with every selector further in changed. */
export function changeWithin(value: unknown, type: GraphQLInputType, at: string, change: ChangeSelector): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => changeWithin(item, type, at, change));
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return value;
  const fields = named.getFields();
  const changed = Object.entries(value).map(([name, inner]: [string, unknown]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return [name, inner] as const;
    const kind = blindedKindOf(field);
    const within = `${at}.${name}`;
    return [
      name,
      kind === undefined
        ? changeWithin(inner, field.type, within, change)
        : changeSelector(inner, kind, within, change),
    ] as const;
  });
  return Object.fromEntries(changed);
}
