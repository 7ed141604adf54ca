import type { Repertoire } from '../repertoire.ts';

const SURVEILLANCE = 'surveillance';
const INTERVIEW = 'interview';

/** Areas in which persons come to harm. */
export const PERSONS: Readonly<Record<string, Repertoire>> = {
  'child-exploitation': {
    weight: 6,
    also: [['cybercrime', 0.2]],
    program: 'Project Safe Childhood',
    goods: ['accounts on a file-sharing service'],
    groupKind: null,
    organizationKind: null,
    seizures: ['crypto-asset'],
    victims: [2, 8, 17],
    suspicion: 'Suspected of an offence against a minor.',
    techniques: ['search warrant', 'forensic examination', 'undercover contact online'],
    reports: [
      [
        'Referral of an online account',
        'A service provider referred an account. Subscriber records lead to {leader} in {city}, telephone {phone}. The minor concerned has been identified and is safe.',
      ],
      [
        'Forensic examination of devices',
        'Devices of {leader} were examined under a warrant. Contacts with {member} in {origin} were passed to the partner agency.',
      ],
    ],
  },
  'human-trafficking': {
    weight: 6,
    also: [['money-laundering', 0.25]],
    program: null,
    goods: ['forced labour', 'withheld passports'],
    groupKind: 'trafficking-ring',
    organizationKind: 'company',
    seizures: ['currency', 'vehicle'],
    victims: [4, 14, 35],
    suspicion: 'Suspected of recruiting persons in {origin} for forced labour in {city}.',
    techniques: [SURVEILLANCE, INTERVIEW, 'search warrant'],
    reports: [
      [
        'Interview of a person who left',
        'The person interviewed was promised work in {city} by {member}. {leader} kept the passport and the wages. Support has been arranged.',
      ],
      [
        'Premises of {organization}',
        'Eight people live above the workshop of {organization} in {city}. {courier} drives them; they are not seen alone.',
      ],
    ],
  },
  'human-smuggling': {
    weight: 4,
    also: [
      ['passport-fraud', 0.3],
      ['money-laundering', 0.2],
    ],
    program: null,
    goods: ['passage across the border', 'passage in a sealed trailer'],
    groupKind: 'smuggling-ring',
    organizationKind: 'company',
    seizures: ['currency', 'vehicle'],
    victims: [3, 10, 45],
    suspicion: 'Suspected of arranging {goods} from {origin}.',
    techniques: [SURVEILLANCE, INTERVIEW, 'pen register'],
    reports: [
      [
        'Stop of a lorry near {city}',
        'A lorry, plate {plate}, carried nine persons behind freight. The driver, {courier}, had called {phone} on the way.',
      ],
      [
        'Payments for passage',
        'Families paid {member} for {goods}. {leader} releases people only when {organization} has the money.',
      ],
    ],
  },
  cybercrime: {
    weight: 4,
    also: [
      ['financial-crime', 0.4],
      ['money-laundering', 0.3],
    ],
    program: null,
    goods: ['stolen card data', 'extortion by encryption'],
    groupKind: 'hacking-crew',
    organizationKind: 'company',
    seizures: ['crypto-asset'],
    victims: [2, 30, 70],
    suspicion: 'Suspected of trading in {goods}.',
    techniques: ['forensic examination', 'undercover contact online', 'subpoena of provider records'],
    reports: [
      [
        'Seized server',
        'The server hosted a market for {goods}. Its administrator logged in from {city}; the pattern of hours fits {leader}.',
      ],
      [
        'Cash-out of {goods}',
        '{member} turned proceeds into cash through {organization}. {courier} emptied machines in {city}.',
      ],
    ],
  },
};
