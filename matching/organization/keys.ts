import type { NameKey } from '../name-key.ts';

/** The keys by which a group or an organization is found, at most 8. */
export function organizationKeys(name: string): readonly NameKey[] {
  const text = name.trim().toUpperCase();
  return text ? [{ feature: 101, text }] : [];
}
