/** A clause's id in its parts: `ofc-ice-2009#III.A`. */
export function partsOfClause(id: string): { readonly agreement: string; readonly clause: string } {
  const at = id.indexOf('#');
  return at < 0 ? { agreement: id, clause: '' } : { agreement: id.slice(0, at), clause: id.slice(at + 1) };
}

/** Where a clause can be read: on the page of its agreement. */
export function clauseHref(id: string): string {
  const { agreement, clause } = partsOfClause(id);
  return `/agreements/${encodeURIComponent(agreement)}${clause && `#${encodeURIComponent(clause)}`}`;
}
