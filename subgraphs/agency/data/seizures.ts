import { later } from './calendar.ts';
import type { SeizureValue } from './entities.ts';
import type { Matter } from './matter.ts';
import { cents, money } from './money.ts';
import type { Random } from './random.ts';
import { plate } from './reserved-numbers.ts';
import type { SeizureKind } from './words/repertoire.ts';

/** What was seized in a case about the matter that was opened then. */
export function seizuresOf(at: Random, matter: Matter, openedOn: string): readonly SeizureValue[] {
  const { seizures } = matter.repertoire;
  return at
    .sample(seizures, at.int(0, seizures.length))
    .map((kind) => ({ kind, seizedOn: later(openedOn, at.int(10, 600)), ...SEIZED[kind](at, matter) }));
}

type Seized = Pick<SeizureValue, 'asset' | 'value' | 'massGrams'>;

const SEIZED: Readonly<Record<SeizureKind, (at: Random, matter: Matter) => Seized>> = {
  currency: (at) => ({ asset: 'Currency in mixed notes', value: money(cents(at, 900_000)), massGrams: null }),
  narcotics: (at, { goods }) => ({ asset: `Packages of ${goods}`, value: null, massGrams: at.int(200, 48_000) }),
  firearm: (at) => ({ asset: `Pistol, serial number Q${at.digits(7)}`, value: money(60_000), massGrams: null }),
  vehicle: (at) => ({
    asset: `Van, plate ${plate(at)}`,
    value: money(cents(at, 60_000)),
    massGrams: null,
  }),
  'real-estate': (at, { city }) => ({
    asset: `House in ${city.city}`,
    value: money(cents(at, 2_400_000)),
    massGrams: null,
  }),
  'crypto-asset': (at) => ({ asset: 'Wallet on a hardware device', value: money(cents(at, 500_000)), massGrams: null }),
};
