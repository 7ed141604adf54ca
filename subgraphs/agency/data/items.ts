import { later } from './calendar.ts';
import type { CustodyValue, ItemStatus, ItemValue } from './entities.ts';
import type { Matter } from './matter.ts';
import { random } from './random.ts';
import { ITEMS } from './words/things.ts';

/** The cultural property that a matter is about: the same in every agency's file. */
export function itemsOf(seed: string, agency: string, matter: Matter): readonly ItemValue[] {
  if (matter.crimeAreas[0] !== 'cultural-property') return [];
  const at = random(seed, 'items', matter.index);
  const status = matter.concluded ? 'REPATRIATED' : at.pick(['STOLEN', 'LOCATED', 'SEIZED'] as const);
  return at.sample(ITEMS, at.int(1, 2)).map(([description, originCountry, owner]) => ({
    description,
    originCountry,
    status,
    provenance: `${owner}; missed at the inventory of ${matter.year - 3}; offered in ${matter.city.city}.`,
    custody: custody(status, owner, matter, agency),
  }));
}

/** Every custodian follows on the one before, up to where the item stands. */
function custody(
  status: ItemStatus,
  owner: string,
  { openedOn, city }: Matter,
  agency: string,
): readonly CustodyValue[] {
  const missing = later(openedOn, -900);
  const [found, secured, returned] = [0, 120, 500].map((days) => later(openedOn, days)) as [string, string, string];
  const chain: readonly CustodyValue[] = [
    { custodian: owner, from: '1964-05-01', until: missing },
    { custodian: 'not known', from: missing, until: found },
    { custodian: `Dealer in ${city.city}`, from: found, until: secured },
    { custodian: agency, from: secured, until: returned },
    { custodian: owner, from: returned, until: null },
  ];
  const steps = chain.slice(0, { STOLEN: 2, LOCATED: 3, SEIZED: 4, REPATRIATED: 5 }[status]);
  return steps.map((step, index) => (index === steps.length - 1 ? { ...step, until: null } : step));
}
