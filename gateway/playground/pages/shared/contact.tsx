import type { Withheld } from '../../../explain/explain.ts';

/** Whom to ask: a desk with its telephone and its mail. */
export function Contact({ desk }: { readonly desk: NonNullable<Withheld['contact']> }) {
  return (
    <address className="contact">
      <span>{desk.name}</span>
      <a href={`tel:${desk.phone.replaceAll(' ', '')}`}>{desk.phone}</a>
      <a href={`mailto:${desk.email}`}>{desk.email}</a>
    </address>
  );
}
