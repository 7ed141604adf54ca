import type { Agreement } from '../policy/agreement.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { compileRuleset } from '../policy/ruleset.ts';
import { contract } from '../schema/contract.ts';
import { measure, type Benchmark } from './measure.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const AREAS = ['drug-trafficking', 'money-laundering', 'organized-crime', 'cybercrime'];
const CATEGORIES = [...contract.categories.keys()];

/** What compiling agreements, and deciding for one viewer, costs against their number. */
export const benchmark: Benchmark = () =>
  [10, 100, 1_000].flatMap((count) => {
    const source = { agreements: agreements(count, 50), agencies: AGENCIES };
    const ruleset = compileRuleset(source, NOW);
    let turn = 0;
    return [
      measure(`compile ${count} agreements of 50 clauses`, 7, () => compileRuleset(source, NOW)),
      measure(`decide all fields of all agencies for a new viewer, ${count} agreements`, 7, () => {
        const grant = ruleset.grant(
          { agency: 'A0', role: `role-${turn++}` },
          { area: AREAS[0]!, use: 'investigation' },
        );
        for (const { code } of AGENCIES)
          for (const coordinate of contract.governed.keys()) grant.cell(code, coordinate);
      }),
    ];
  });

const AGENCIES: readonly AgencyEntry[] = Array.from({ length: 12 }, (_, position) => ({
  code: `A${position}`,
  prefix: `A${position}`,
  name: `Agency ${position}`,
  kind: 'domestic',
  country: 'US',
  issuer: `https://id.a${position}.example`,
  desk: { name: 'Desk', phone: '+1 202 555 0100', email: 'desk@agency.example' },
}));

function agreements(count: number, clauses: number) {
  return Array.from({ length: count }, (_, position) => ({
    agreement: agreement(position, clauses),
    digest: `d${position}`,
  }));
}

function agreement(position: number, clauses: number): Agreement {
  const [one, other] = [`A${position % 12}`, `A${(position + 1 + (position % 11)) % 12}`];
  return {
    concordat: 1,
    id: `agreement-${position}`,
    title: `Agreement ${position}`,
    signed: '2009-01-01',
    effective: '2009-01-01',
    parties: [one, other],
    clauses: Array.from({ length: clauses }, (_, clause) => {
      const scope = {
        from: [clause % 2 ? one : other],
        to: [clause % 2 ? other : one],
        categories: [CATEGORIES[(position + clause) % CATEGORIES.length]!],
        where: { crimeAreas: { anyOf: [AREAS[clause % 4]!] }, recordedOn: { from: `20${10 + (clause % 15)}-01-01` } },
      };
      return { id: `c${clause}`, text: 'In words.', ...(clause % 10 === 9 ? { withhold: scope } : { share: scope }) };
    }),
  };
}
