import { visit } from 'graphql';
import { blank } from './blank.ts';
import { changeWithin } from './change.ts';
import { hasNone, type Places } from './places.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Variables of the same form, in which selectors say nothing. Of what is not one, nothing is changed. */
export function withoutSelectors(variables: Variables, places: Places): Variables {
  if (hasNone(places)) return variables;
  const blanked = Object.entries(variables).map(([name, value]) => {
    const object = places.objects.get(name);
    if (isWithin(name, places)) return [name, blank(value)] as const;
    return [
      name,
      object ? changeWithin(value, object.type, object.at, (_, selector) => blank(selector)) : value,
    ] as const;
  });
  return Object.fromEntries(blanked);
}

function isWithin(name: string, { given }: Places): boolean {
  return given.some(({ node }) => {
    let found = false;
    visit(node, { Variable: (variable) => void (found ||= variable.name.value === name) });
    return found;
  });
}
