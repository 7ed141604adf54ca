/** First and second words of the names of operations. */
export const OPERATION_WORDS: readonly [readonly string[], readonly string[]] = [
  words(
    'Amber Blue Brass Broken Cedar Cold Copper Crooked Distant Early Empty Gilded Grey Hollow Iron Last Long Lost Northern Paper Patient Quiet Red River Salt Second Silent Silver Slow Stone Tall Winter',
  ),
  words(
    'Anchor Anvil Arrow Beacon Bridge Candle Compass Cradle Door Ferry Garden Gate Harvest Heron Key Kite Ladder Lantern Ledger Mill Mirror Needle Orchard Parade Quarry Rudder Sparrow Thread Tide Umbrella Wagon Whistle',
  ),
];

/** First words of the names of groups and organizations. */
export const BRANDS: readonly string[] = words(
  'Aldergate Bluewater Cobblestone Driftwood Eastlight Fernhollow Goldleaf Harrowgate Inkwell Juniper Kestrel Lakeshore Marigold Nightingale Oakhurst Pinecrest Quicksilver Ravenswood Sandpiper Thistledown Undertow Verdigris Westerly Yarrow',
);

/** Last words of the names of groups, by kind. */
export const GROUP_NOUNS: Readonly<Record<string, readonly string[]>> = {
  cartel: ['Organization', 'Cartel'],
  'street-gang': ['Street Crew', 'Kings'],
  'racketeering-ring': ['Local', 'Crew'],
  'trafficking-ring': ['Network', 'Ring'],
  'smuggling-ring': ['Ring', 'Route'],
  'hacking-crew': ['Collective', 'Team'],
  'counterfeiting-ring': ['Press', 'Ring'],
};

/** Last words of the names of organizations, by kind. */
export const ORGANIZATION_NOUNS: Readonly<Record<string, readonly string[]>> = {
  company: ['Holdings LLC', 'Import Export Inc.', 'Logistics LLC', 'Produce Inc.', 'Trading Ltd'],
  dealer: ['Fine Art', 'Antiquities', 'Sporting Arms', 'Galleries Inc.'],
  'money-service-business': ['Money Transfer', 'Exchange Inc.', 'Remittance LLC'],
  foundation: ['Foundation', 'Relief Fund'],
};

export const REGISTERS: readonly (readonly [register: string, country: string])[] = [
  ['Delaware Division of Corporations', 'US'],
  ['Nevada Secretary of State', 'US'],
  ['Department of Registrar of Companies', 'CY'],
  ['Companies House', 'GB'],
  ['Enterprise Register', 'LV'],
];

export const OCCUPATIONS: readonly string[] = [
  ...[
    'accountant',
    'bar owner',
    'bookkeeper',
    'car dealer',
    'carpenter',
    'customs broker',
    'electrician',
    'estate agent',
  ],
  ...['exporter', 'farmer', 'freight forwarder', 'jeweller', 'lorry driver', 'mechanic', 'notary', 'nurse', 'printer'],
  ...['programmer', 'restaurateur', 'security guard', 'student', 'tailor', 'teacher', 'unemployed', 'warehouse clerk'],
];

/** What was said on a line, summed up and word for word. */
export const CALLS: readonly (readonly [summary: string, transcript: string])[] = [
  [
    'The parties agree on a day for a delivery.',
    'A: Is the paint ready? B: Two cans, Thursday. A: Same garage? B: Same garage, after nine.',
  ],
  [
    'The caller asks for a driver and is given a name.',
    'A: I need somebody with a clean licence. B: Take my cousin. A: The tall one? B: The other one.',
  ],
  [
    'The parties quarrel about a payment that is short.',
    'A: I counted it twice. B: Count it again. A: It is light. B: Then ask the one who carried it.',
  ],
  [
    'The caller warns that a place is being watched.',
    'A: Do not come by the shop. B: Why? A: The same grey van, two days. B: Then we use the other number.',
  ],
  [
    'The parties speak of a flight and of who will wait.',
    'A: She lands at six. B: I will stand at the far door. A: Wear the cap. B: As always.',
  ],
  [
    'An account number is read out and read back.',
    'A: Write it down. B: Go on. A: It ends in four four seven. B: Four four seven. By Friday.',
  ],
];

export const COURTS: readonly string[] = [
  'District Court, Moscow',
  'District Court, Saint Petersburg',
  'District Court, Yekaterinburg',
];

/** Cultural property: description, country of origin, whose it is. */
export const ITEMS: readonly (readonly [description: string, originCountry: string, owner: string])[] = [
  ['Icon of a warrior saint, tempera on panel, 17th century', 'RU', 'Museum of Sacred Art, Belogorye'],
  ['Silver-gilt chalice with enamel medallions, 18th century', 'RU', 'Monastery of the Three Springs'],
  ['Bronze votive figure of a dancer, Etruscan', 'IT', 'Civic Museum of Montefalcone Alto'],
  ['Illuminated leaf from a choir book, 15th century', 'IT', 'Abbey Library of San Prospero'],
  ['Feathered textile, Wari culture', 'PE', 'Museum of the Southern Coast'],
  ['Limestone relief of a scribe, Old Kingdom', 'EG', 'storeroom of an excavation near Saqqara'],
  ['Sandstone head of a deity, Khmer', 'KH', 'Conservation depot, Siem Reap'],
  ['Cuneiform tablet, account of barley, Ur III', 'IQ', 'Provincial museum, Nasiriyah'],
];

function words(text: string): readonly string[] {
  return text.split(' ');
}
