import { keccak_256 } from '@noble/hashes/sha3.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, base58xmr, bech32, bech32m, createBase58check, hex } from '@scure/base';
import { readAs, unreadable, type Reader } from './normalised.ts';
import { plain } from './plain.ts';

/** An address of a crypto-currency, right by its own check sum; its form is that in which all of them write it. */
export const cryptoAddress: Reader = (text) => {
  const written = plain(text)
    .replace(/^[a-z]{3,16}:(?:\/\/)?/iu, '')
    .replace(/\?.*$/su, '');
  const address = hexadecimal(written) ?? segwit(written) ?? checked(written) ?? monero(written) ?? publicKey(written);
  return address === undefined
    ? unreadable('it is no address of a crypto-currency that we know, or a character of it is wrong')
    : readAs(address);
};

/** Ethereum and its kin: 20 bytes. Where capitals and small letters are mixed, they are the check sum of EIP-55. */
function hexadecimal(text: string): string | undefined {
  const [, digits] = /^0x([0-9a-f]{40})$/iu.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const small = digits.toLowerCase();
  const isMixed = digits !== small && digits !== digits.toUpperCase();
  return isMixed && digits !== eip55(small) ? undefined : `0x${small}`;
}

function eip55(small: string): string {
  const hash = hex.encode(keccak_256(new TextEncoder().encode(small)));
  return [...small].map((digit, at) => (parseInt(hash[at] ?? '0', 16) > 7 ? digit.toUpperCase() : digit)).join('');
}

/** Bitcoin, Litecoin and others by BIP 173 and BIP 350: version 0 has the one check sum, later ones the other; Cardano by CIP 19. */
function segwit(text: string): string | undefined {
  const long = /^addr1/iu.test(text);
  const first = (bech32.decodeUnsafe(text, long ? false : undefined) ?? undefined)?.words[0];
  if (first !== undefined && (long || first === 0)) return text.toLowerCase();
  const later = (bech32m.decodeUnsafe(text) ?? undefined)?.words[0];
  return later !== undefined && later > 0 && later <= 16 ? text.toLowerCase() : undefined;
}

const base58check = createBase58check(sha256);

/** Bitcoin, Litecoin, Dogecoin, Dash, Tron: a version, 20 bytes and a check sum; Zcash has two bytes of version. */
function checked(text: string): string | undefined {
  const bytes = attempt(() => base58check.decode(text));
  return bytes?.length === 21 || bytes?.length === 22 ? text : undefined;
}

/** Monero: 65 bytes, or 73 with a payment's number, and four of Keccak. */
function monero(text: string): string | undefined {
  if (text.length !== 95 && text.length !== 106) return undefined;
  const bytes = attempt(() => base58xmr.decode(text));
  if (bytes === undefined) return undefined;
  const sum = keccak_256(bytes.subarray(0, -4)).subarray(0, 4);
  return hex.encode(sum) === hex.encode(bytes.subarray(-4)) ? text : undefined;
}

/** Solana: a public key of 32 bytes, which nothing checks. */
function publicKey(text: string): string | undefined {
  if (text.length < 32 || text.length > 44) return undefined;
  return attempt(() => base58.decode(text))?.length === 32 ? text : undefined;
}

function attempt<Value>(decode: () => Value): Value | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
