import type { Repertoire } from '../repertoire.ts';

const SURVEILLANCE = 'surveillance';
const INTERVIEW = 'interview';

/** Areas in which goods or papers are traded. */
export const GOODS: Readonly<Record<string, Repertoire>> = {
  'drug-trafficking': {
    weight: 30,
    also: [
      ['money-laundering', 0.4],
      ['weapons-trafficking', 0.15],
    ],
    program: 'OCDETF',
    goods: ['cocaine', 'fentanyl', 'heroin', 'methamphetamine'],
    groupKind: 'cartel',
    organizationKind: 'company',
    seizures: ['narcotics', 'currency', 'vehicle', 'firearm'],
    victims: null,
    suspicion: 'Suspected of moving {goods} from {origin} to {city} for {group}.',
    techniques: [SURVEILLANCE, 'controlled delivery', 'undercover purchase', 'pen register', 'trash pull'],
    reports: [
      [
        'Surveillance of a handover in {city}',
        '{courier} handed two sports bags to {member} at a truck stop outside {city}. The vehicle, plate {plate}, is registered to {organization}.',
      ],
      [
        'Controlled delivery of {goods} to {city}',
        'A parcel from {origin} held {goods} behind a false panel. It was delivered under observation; {member} signed for it and called {phone} at once.',
      ],
      [
        'Debriefing on the supply of {goods}',
        'The person interviewed named {leader} as the supplier of {goods} to {group}, and {courier} as the driver between {origin} and {city}.',
      ],
    ],
  },
  'weapons-trafficking': {
    weight: 5,
    also: [
      ['drug-trafficking', 0.3],
      ['organized-crime', 0.2],
    ],
    program: null,
    goods: ['pistols', 'rifle parts', 'unserialised receivers'],
    groupKind: 'smuggling-ring',
    organizationKind: 'dealer',
    seizures: ['firearm', 'currency', 'vehicle'],
    victims: null,
    suspicion: 'Suspected of buying {goods} for persons who may not have them.',
    techniques: ['firearm trace', SURVEILLANCE, 'undercover purchase'],
    reports: [
      [
        'Trace of firearms recovered in {city}',
        'Four firearms recovered in {city} were bought within a month by {member}, all from {organization}.',
      ],
      [
        'Straw purchases',
        '{courier} paid cash for {goods} in three states. Calls to {phone}, used by {leader}, frame each purchase.',
      ],
    ],
  },
  'cultural-property': {
    weight: 3,
    also: [
      ['money-laundering', 0.2],
      ['organized-crime', 0.15],
    ],
    program: null,
    goods: ['looted antiquities', 'paintings with invented provenance'],
    groupKind: 'smuggling-ring',
    organizationKind: 'dealer',
    seizures: ['currency'],
    victims: null,
    suspicion: 'Suspected of dealing in {goods} through {organization}.',
    techniques: ['search warrant', INTERVIEW, 'expert examination'],
    reports: [
      [
        'Lot offered by {organization}',
        'A lot in the catalogue of {organization} resembles a piece reported stolen. {leader} gave a bill of sale from {origin} that the named seller does not know.',
      ],
      [
        'Expert examination of a piece',
        'The inventory number under the later paint is that of the museum. {member} brought the piece to {city} in hand luggage.',
      ],
    ],
  },
  counterfeiting: {
    weight: 3,
    also: [['financial-crime', 0.3]],
    program: null,
    goods: ['counterfeit hundred-dollar notes', 'counterfeit identity cards'],
    groupKind: 'counterfeiting-ring',
    organizationKind: 'company',
    seizures: ['currency', 'vehicle'],
    victims: null,
    suspicion: 'Suspected of printing {goods}.',
    techniques: [SURVEILLANCE, 'expert examination', 'undercover purchase'],
    reports: [
      [
        'Notes of one plate',
        'Notes passed in {city} and {origin} come from one plate. {courier} was filmed at four of the tills.',
      ],
      [
        'Print shop in {city}',
        '{organization} bought intaglio ink. {leader} holds the key; {member} collects the waste himself.',
      ],
    ],
  },
  'passport-fraud': {
    weight: 3,
    also: [['human-smuggling', 0.3]],
    program: null,
    goods: ['passports obtained with false papers', 'doctored visas'],
    groupKind: 'smuggling-ring',
    organizationKind: 'company',
    seizures: ['currency'],
    victims: null,
    suspicion: 'Suspected of procuring {goods}.',
    techniques: [INTERVIEW, 'expert examination'],
    reports: [
      [
        'Applications with one photographer',
        'Nine applications carry photographs of one studio, {organization}. {leader} waited outside with three of the applicants.',
      ],
      [
        'Birth certificates of the deceased',
        '{member} ordered certificates of persons long dead. They went to {city} by courier; {courier} signed.',
      ],
    ],
  },
};
