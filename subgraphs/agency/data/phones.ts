import type { Random } from './random.ts';

/** A range of numbers that no subscriber has: national regulators keep it for drama and fiction. */
interface Range {
  /** E.164. */
  readonly prefix: string;
  /** How many digits follow. */
  readonly digits: number;
}

/** Where a number may be from. */
type PhoneCountry = 'US' | 'GB' | 'FR' | 'DE' | 'AU';

/** A telephone number, E.164, that belongs to nobody. A country without such a range borrows another's. */
export function phone(random: Random, country: string): string {
  const range = random.pick(RANGES[isKnown(country) ? country : random.pick(BORROWED)]);
  return `${range.prefix}${random.digits(range.digits)}`;
}

/** A number of an office in Washington. Those up to 0143 are spoken for: by the parties' desks, and by the stories. */
export function officePhone(random: Random): string {
  return `+120255501${random.int(44, 99)}`;
}

function isKnown(country: string): country is PhoneCountry {
  return country in RANGES;
}

function thousand(prefix: string): Range {
  return { prefix, digits: 3 };
}

const BORROWED: readonly PhoneCountry[] = ['GB', 'FR', 'DE', 'AU'];

const AREA_CODES =
  '201 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 ' +
  '254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 ' +
  '325 330 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 ' +
  '425 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 ' +
  '541 551 559 561 562 563 567 570 571 573 574 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618';

const RANGES: Readonly<Record<PhoneCountry, readonly Range[]>> = {
  // NANPA: 555-0100 to 555-0199 in every area.
  US: AREA_CODES.split(' ').map((area) => ({ prefix: `+1${area}55501`, digits: 2 })),
  // Ofcom: numbers for use in TV and radio drama.
  GB: ['+442079460', '+441134960', '+441214960', '+441414960', '+441614960', '+447700900', '+441632960'].map(thousand),
  // ARCEP, decision 2012-0856: numbers for audiovisual works.
  FR: ['+3319900', '+3326191', '+3335301', '+3346571', '+3353649', '+3363998'].map((prefix) => ({ prefix, digits: 4 })),
  // Bundesnetzagentur, notice 148/2021: numbers for media productions.
  DE: ['+493023125', '+496990009', '+494066969', '+492214710', '+498999998'].map(thousand),
  // ACMA: numbers for use in radio, film and television.
  AU: ['+6125550', '+6127010', '+6137010', '+6177010', '+6187010'].map((prefix) => ({ prefix, digits: 4 })),
};
