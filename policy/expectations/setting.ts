import type { GivenObject, GivenPurpose, Setting } from './expectations.ts';

/**
 * A narrower setting within a wider one: what it says counts, what it leaves out it takes over. Viewers and purposes are
 * joined key by key, objects label by label, and notices add up.
 */
export function within(wide: Setting, narrow: Setting): Setting {
  const { at, of } = { ...wide, ...narrow };
  return {
    ...(at === undefined ? {} : { at }),
    ...(of === undefined ? {} : { of }),
    viewer: { ...wide.viewer, ...narrow.viewer },
    ...purposeWithin(wide.for, narrow.for),
    given: objectsWithin(wide.given ?? {}, narrow.given ?? {}),
    notices: [...(wide.notices ?? []), ...(narrow.notices ?? [])],
  };
}

/** Nothing stated stays nothing stated: whoever states no purpose sees only the own agency's data. */
function purposeWithin(wide: GivenPurpose | undefined, narrow: GivenPurpose | undefined): Pick<Setting, 'for'> {
  return wide || narrow ? { for: { ...wide, ...narrow } } : {};
}

function objectsWithin(
  wide: Readonly<Record<string, GivenObject>>,
  narrow: Readonly<Record<string, GivenObject>>,
): Readonly<Record<string, GivenObject>> {
  const changed = Object.entries(narrow).map(([name, object]) => [name, { ...wide[name], ...object }] as const);
  return { ...wide, ...Object.fromEntries(changed) };
}
