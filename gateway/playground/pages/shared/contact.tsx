import type { Withheld } from '../../../explain/explain.ts';
import { mailHref, phoneHref } from './words/contact-href.ts';

/** Whom to ask: a desk with its telephone and its mail. */
export function Contact({ desk }: { readonly desk: NonNullable<Withheld['contact']> }) {
  return (
    <address className="contact">
      <span>{desk.name}</span>
      <a href={phoneHref(desk.phone)}>{desk.phone}</a>
      <a href={mailHref(desk.email)}>{desk.email}</a>
    </address>
  );
}
