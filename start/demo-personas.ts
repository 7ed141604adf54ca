import type { Persona } from '../gateway/playground/settings.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import type { DemoViewer } from '../platform/demo-token.ts';
import { viewerTerms } from '../schema/viewers.ts';

/** Somebody who does not exist, with what their agency vouches for. */
export interface DemoPersona extends Persona {
  readonly vouched: DemoViewer;
}

type Drawn = Pick<Persona, 'agency' | 'role' | 'name' | 'about'> & Pick<DemoViewer, 'trainings'>;

/** As whom a visitor may ask: people to whom the sample agreements show different things. */
const DRAWN: readonly Drawn[] = [
  {
    agency: 'DEA',
    role: 'analyst',
    name: 'Dana Whitlock',
    about: 'Looks for links between drug investigations; three agreements open reports of ICE to her.',
  },
  {
    agency: 'ICE',
    role: 'investigator',
    name: 'Ines Calloway',
    trainings: ['privacy', 'wiretap-minimization', 'financial-intelligence'],
    about: 'Runs a case on laundered money, and is trained for intercepts and financial material.',
  },
  {
    agency: 'FBI',
    role: 'analyst',
    name: 'Felix Arden',
    about: 'Sees through the fusion centers what ICE lets them see, and has no agreement with ICE alone.',
  },
  {
    agency: 'ATF',
    role: 'investigator',
    name: 'Avery Toller',
    about: 'Follows firearms across the border under the agreement of ATF with ICE.',
  },
  {
    agency: 'USAO',
    role: 'prosecutor',
    name: 'Ursula Penhallow',
    about: 'Prepares charges; some clauses open to prosecutors alone.',
  },
  {
    agency: 'ICRF',
    role: 'liaison-officer',
    name: 'Ilya Carmine',
    about: 'Represents a partner abroad, to whom one careful agreement opens little.',
  },
  {
    agency: 'ICE',
    role: 'liaison-officer',
    name: 'Irene Lockhart',
    about: 'Answers for ICE when others call, and reads what it was notified of.',
  },
  {
    agency: 'ICE',
    role: 'privacy-officer',
    name: 'Imogen Sayer',
    about: 'Reads in the ledger who was shown what is ICE’s, and under which clause.',
  },
  {
    agency: 'DEA',
    role: 'privacy-officer',
    name: 'Desmond Achterberg',
    about: 'Reads in the ledger what the viewers of the DEA asked, and what for.',
  },
];

/** The personas of those agencies that take part. */
export function demoPersonas(agencies: readonly AgencyEntry[]): readonly DemoPersona[] {
  return DRAWN.flatMap(({ trainings, ...drawn }) => {
    const agency = agencies.find(({ code }) => code === drawn.agency);
    const role = viewerTerms.roles.get(drawn.role);
    if (!agency || !role) return [];
    const id = `${drawn.agency}/${drawn.role}`;
    const vouched = { role: drawn.role, name: drawn.name, ...(trainings && { trainings }) };
    return [{ ...drawn, id, agencyName: agency.name, roleName: role.name, vouched }];
  });
}
