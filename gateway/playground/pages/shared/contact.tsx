import type { Desk } from './desk.ts';
import { mailHref, phoneHref } from './words/contact-href.ts';

/** Whom to ask: a desk with its telephone and its mail. */
export function Contact({ desk: { name, phone, email } }: { readonly desk: Desk }) {
  return (
    <address className="contact">
      {name !== null && <span>{name}</span>}
      {phone !== null && <a href={phoneHref(phone)}>{phone}</a>}
      {email !== null && <a href={mailHref(email)}>{email}</a>}
    </address>
  );
}
