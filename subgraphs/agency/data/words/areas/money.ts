import type { Repertoire } from '../repertoire.ts';

const SURVEILLANCE = 'surveillance';
const INTERVIEW = 'interview';

/** Areas in which money is made, moved or hidden. */
export const MONEY: Readonly<Record<string, Repertoire>> = {
  'organized-crime': {
    weight: 10,
    also: [
      ['money-laundering', 0.3],
      ['financial-crime', 0.2],
    ],
    program: 'IOC-2',
    goods: ['stolen cars', 'untaxed cigarettes', 'extortion payments'],
    groupKind: 'street-gang',
    organizationKind: 'company',
    seizures: ['currency', 'firearm', 'real-estate'],
    victims: [1, 30, 60],
    suspicion: 'Suspected of a leading part in {group}, which deals in {goods}.',
    techniques: [SURVEILLANCE, 'pen register', 'consensual recording', INTERVIEW],
    reports: [
      [
        'Meeting of {group} in {city}',
        '{leader} met {member} and two men not yet identified in the back room of a restaurant in {city}. {organization} pays the rent.',
      ],
      [
        'Dispute within {group}',
        '{member} complained that {leader} keeps the larger share of the {goods}. {courier} was told to stay away from {city}.',
      ],
    ],
  },
  'money-laundering': {
    weight: 14,
    also: [
      ['financial-crime', 0.3],
      ['drug-trafficking', 0.3],
    ],
    program: null,
    goods: ['trade invoices', 'prepaid cards', 'bulk cash'],
    groupKind: null,
    organizationKind: 'money-service-business',
    seizures: ['currency', 'crypto-asset', 'real-estate'],
    victims: null,
    suspicion: 'Suspected of placing the proceeds of others through {organization}.',
    techniques: ['subpoena of bank records', SURVEILLANCE, 'undercover purchase'],
    reports: [
      [
        'Structured deposits in {city}',
        '{courier} made eleven deposits below the reporting threshold within three days, at six branches, to accounts of {organization}.',
      ],
      [
        'Over-invoiced goods from {origin}',
        '{organization} paid for {goods} from {origin} at four times their worth. {leader} controls both ends; {member} signed the customs papers.',
      ],
    ],
  },
  'financial-crime': {
    weight: 10,
    also: [['money-laundering', 0.4]],
    program: null,
    goods: ['unregistered securities', 'a sham fund', 'advance fees'],
    groupKind: null,
    organizationKind: 'company',
    seizures: ['currency', 'real-estate', 'vehicle'],
    victims: [3, 40, 80],
    suspicion: 'Suspected of selling {goods} in the name of {organization}.',
    techniques: ['subpoena of bank records', INTERVIEW, 'search warrant'],
    reports: [
      [
        'Complaints about {organization}',
        'Three investors report that {leader} promised two per cent a month on {goods}. Payments ceased in the spring; the office in {city} is closed.',
      ],
      [
        'Books of {organization}',
        'The ledgers show that new deposits paid old investors. {member} kept them and is willing to explain them.',
      ],
    ],
  },
  'tax-crime': {
    weight: 5,
    also: [['money-laundering', 0.3]],
    program: null,
    goods: ['unreported receipts', 'false refund claims'],
    groupKind: null,
    organizationKind: 'company',
    seizures: ['currency', 'real-estate'],
    victims: null,
    suspicion: 'Suspected of hiding income through {organization}.',
    techniques: ['subpoena of bank records', INTERVIEW],
    reports: [
      [
        'Net worth analysis of {leader}',
        'Spending exceeded declared income fivefold over three years. {organization} in {city} has no customers that could be found.',
      ],
      [
        'Refund claims from one address',
        '{member} filed refund claims for persons who live elsewhere. The refunds went to accounts that {leader} opened.',
      ],
    ],
  },
  'labor-racketeering': {
    weight: 4,
    also: [['financial-crime', 0.3]],
    program: 'IOC-2',
    goods: ['benefit-fund contributions', 'kickbacks'],
    groupKind: 'racketeering-ring',
    organizationKind: 'company',
    seizures: ['currency'],
    victims: [2, 25, 60],
    suspicion: 'Suspected of diverting {goods} with the help of {organization}.',
    techniques: [INTERVIEW, 'audit', 'consensual recording'],
    reports: [
      [
        'Audit of a benefit fund in {city}',
        'Contributions of forty workers never reached the fund. {organization} invoiced the fund for services that nobody remembers; {leader} approved the invoices.',
      ],
      [
        'Approach to a contractor',
        '{member} told a contractor in {city} that there would be peace on the site for {goods}, payable to {courier}.',
      ],
    ],
  },
  'mail-fraud': {
    weight: 3,
    also: [['financial-crime', 0.4]],
    program: null,
    goods: ['lottery letters', 'forged money orders'],
    groupKind: null,
    organizationKind: 'company',
    seizures: ['currency'],
    victims: [4, 60, 90],
    suspicion: 'Suspected of mailing {goods} in the name of {organization}.',
    techniques: ['mail cover', INTERVIEW, 'search warrant'],
    reports: [
      [
        'Mail cover on a box in {city}',
        'The box received two hundred letters a day, most from the elderly. {courier} empties it and drives to {leader}.',
      ],
      [
        'Interview of a recipient',
        'The recipient sent money orders for months in the belief that a prize would follow. The voice on the telephone is that of {member}.',
      ],
    ],
  },
};
