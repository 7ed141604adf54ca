import type { PlaceValue } from '../entities.ts';
import type { Culture } from './names.ts';

/** Where people of a culture live, or were born. */
export const HOMES: Readonly<Record<Culture, readonly PlaceValue[]>> = {
  anglo: places(
    'Baltimore/MD/US,Buffalo/NY/US,Charlotte/NC/US,Cleveland/OH/US,Dallas/TX/US,Detroit/MI/US,Denver/CO/US,Leeds//GB,London//GB,Memphis/TN/US,Phoenix/AZ/US,Tacoma/WA/US',
  ),
  hispanic: places(
    'Cali//CO,Culiacán/SIN/MX,El Paso/TX/US,Guadalajara/JAL/MX,Houston/TX/US,Laredo/TX/US,Los Angeles/CA/US,Medellín//CO,Miami/FL/US,San Diego/CA/US,Santo Domingo//DO,Tijuana/BCN/MX',
  ),
  russian: places(
    'Brooklyn/NY/US,Kazan//RU,Limassol//CY,Moscow//RU,Novosibirsk//RU,Riga//LV,Saint Petersburg//RU,Yekaterinburg//RU',
  ),
  italian: places('Bari//IT,Jersey City/NJ/US,Naples//IT,New York/NY/US,Palermo//IT,Providence/RI/US'),
  chinese: places('Flushing/NY/US,Fuzhou//CN,Guangzhou//CN,Monterey Park/CA/US,San Francisco/CA/US'),
};

/** Streets that are in no town in particular. */
export const STREETS: readonly string[] = [
  'Alder Court',
  'Birchfield Road',
  'Canal Row',
  'Dovecote Lane',
  'Eastgate Terrace',
  'Ferryman Street',
  'Granary Walk',
  'Harbour View',
  'Larkspur Avenue',
  'Millrace Drive',
  'Old Foundry Road',
  'Quarry Hill',
  'Saltmarsh Way',
  'Tannery Street',
];

function places(text: string): readonly PlaceValue[] {
  return text.split(',').map((entry) => {
    const [city, region, country] = entry.split('/') as [string, string, string];
    return { city, region: region || null, country };
  });
}
