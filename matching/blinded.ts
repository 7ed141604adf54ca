import type { SelectorKind } from '../schema/selectors.ts';
import { blind, blindNameKey } from './blind.ts';
import { normalise } from './normalise/normalise.ts';
import { organizationKeys } from './organization/keys.ts';
import { personKeys } from './person/keys.ts';
import type { StatedAt } from './sources.ts';
import type { Stated } from './stated.ts';

/** All that a source states, blinded, each once. What cannot be brought into a normal form is left out. */
export function blindedAt({ source, stated }: StatedAt, key: Uint8Array): readonly string[] {
  const blinds = stated.flatMap((one) => kindsOf(one, source.kinds).flatMap((kind) => blinded(kind, one, key)));
  return [...new Set(blinds)];
}

function kindsOf(stated: Stated, kinds: readonly SelectorKind[]): readonly SelectorKind[] {
  return stated.is === 'number' && stated.kind !== undefined ? kinds.filter((kind) => kind === stated.kind) : kinds;
}

function blinded(kind: SelectorKind, stated: Stated, key: Uint8Array): readonly string[] {
  switch (stated.is) {
    case 'number': {
      const its = normalise(kind, stated.text, stated.hint);
      return its.is === 'normal' ? its.forms.map((form) => blind(kind, form, key)) : [];
    }
    case 'person':
      return personKeys(stated.person).map((name) => blindNameKey(kind, name, key));
    case 'name':
      return organizationKeys(stated.name).map((name) => blindNameKey(kind, name, key));
  }
}
