/**
 * What matters of one area of crime are made of. Texts have gaps: `{leader}`, `{member}`, `{courier}` (names), `{group}`,
 * `{organization}`, `{city}`, `{origin}`, `{goods}`, `{phone}`, `{plate}`.
 */
export interface Repertoire {
  /** How often matters are of this area. */
  readonly weight: number;
  /** What else such a matter is, and how often. */
  readonly also: readonly (readonly [area: string, probability: number])[];
  readonly program: string | null;
  readonly goods: readonly string[];
  readonly groupKind: string | null;
  readonly organizationKind: string | null;
  readonly seizures: readonly SeizureKind[];
  /** How many victims at most, and of what age. */
  readonly victims: readonly [most: number, fromAge: number, toAge: number] | null;
  readonly suspicion: string;
  readonly techniques: readonly string[];
  readonly reports: readonly (readonly [title: string, body: string])[];
}

export type SeizureKind = 'currency' | 'narcotics' | 'firearm' | 'vehicle' | 'real-estate' | 'crypto-asset';

const SURVEILLANCE = 'surveillance';
const INTERVIEW = 'interview';

/** By code of `schema/purposes.yaml`. */
export const REPERTOIRES: Readonly<Record<string, Repertoire>> = {
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
