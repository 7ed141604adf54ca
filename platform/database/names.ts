/** The hub's database: index, coordination, the disclosure ledger. */
export const HUB_DATABASE = 'concordat_hub';

/** The database of an agency: `concordat_agency_irs_ci` of `IRS-CI`. */
export function agencyDatabase(code: string): string {
  return `concordat_agency_${code.toLowerCase().replaceAll('-', '_')}`;
}

/**
 * Databases of the user's own, by the name that we know them by: `DATABASE_URL` is the hub's, `DATABASE_URL_IRS_CI`
 * the one of the agency IRS-CI.
 */
export function databasesIn(environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const urls = Object.entries(environment).flatMap(([variable, url]): readonly (readonly [string, string])[] => {
    const name = databaseFor(variable);
    return name && url ? [[name, url]] : [];
  });
  return new Map(urls);
}

function databaseFor(variable: string): string | undefined {
  if (variable === 'DATABASE_URL') return HUB_DATABASE;
  const code = /^DATABASE_URL_([A-Z0-9_]+)$/.exec(variable)?.[1];
  return code && agencyDatabase(code);
}
