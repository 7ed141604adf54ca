/** Words of generated worlds: few, so that values are shared, sort keys tie and conditions meet what they speak of. */
export const AGENCIES = ['ICE', 'DEA', 'FBI', 'ATF', 'ICRF'] as const;
export const PREFIXES: Readonly<Record<string, string>> = {
  ICE: 'Ice',
  DEA: 'Dea',
  FBI: 'Fbi',
  ATF: 'Atf',
  ICRF: 'Icrf',
};
export const OWN_FIELDS: Readonly<Record<string, string>> = {
  ICE: 'IceRecord.seizureNumber',
  DEA: 'DeaRecord.substance',
  ATF: 'AtfRecord.traceNumber',
};
export const GROUP = 'OFC';
export const AREAS = ['drug-trafficking', 'money-laundering', 'financial-crime', 'tax-crime'];
export const USES = ['investigation', 'prosecution', 'evidence', 'threat-to-life'];
export const SEARCHES = ['name', 'selector'];
export const ROLES = ['analyst', 'prosecutor', 'privacy-officer', 'supervisor'];
export const TRAININGS = ['privacy', 'wiretap-minimization'];
export const CLEARANCES = ['restricted', 'confidential', 'secret', 'top-secret'];
export const KINDS = ['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL'] as const;
export const STATUS = ['OPEN', 'IN_PROSECUTION', 'CLOSED'] as const;
export const CONTACT_ROLES = ['ATTACHE', 'LIAISON_OFFICER', 'DUTY_OFFICER', 'PROSECUTOR'] as const;
export const PERSON_ROLES = ['SUSPECT', 'CONVICTED', 'VICTIM', 'WITNESS', 'INFORMANT', 'ASSOCIATE'] as const;
export const PROGRAMS = ['OCDETF', 'HIDTA'];
export const OFFICES = ['New York', 'Reno'];
export const DISTRICTS = ['S.D.N.Y.', 'D. Nev.'];
export const COUNTRIES = ['US', 'RU', 'MX'];
export const GROUP_KINDS = ['cartel', 'street-gang'];
export const ORGANIZATION_KINDS = ['company', 'dealer'];
export const CODES = ['H1', 'H2', 'H3'];

/** Days around those on which clauses begin and end to speak. */
export const DAYS = ['2009-12-31', '2010-01-01', '2010-06-29', '2010-06-30', '2010-07-01', '2015-03-03'];
export const JOINED = '2010-06-30';
