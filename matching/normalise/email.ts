import { domainToASCII } from 'node:url';
import validator from 'validator';
import { readAs, unreadable, type Reader } from './normalised.ts';
import { plain } from './plain.ts';

/**
 * The mailbox: lower case, the domain in ASCII (IDNA), without what its provider is known to ignore (dots and `+tag`
 * at Gmail). Of other providers' addresses nothing is left out: `a.b` and `ab` may be two persons.
 */
export const email: Reader = (text) => {
  const [, local, domain] = /^(.+)@([^@]+)$/su.exec(plain(text).replace(/^mailto:/iu, '')) ?? [];
  const address = `${(local ?? '').toLowerCase().normalize('NFKC')}@${domainToASCII(domain ?? '')}`;
  const mailbox = validator.isEmail(address) && validator.normalizeEmail(address);
  return mailbox ? readAs(mailbox) : unreadable('it is no e-mail address: write it as in `name@example.org`');
};
