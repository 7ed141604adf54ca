/** A number to call: signs that keep it readable are left out, and so is all that is no number. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+*#]/g, '').replaceAll('#', '%23')}`;
}

/** An address to write to. Nothing in it says more than to whom: no copies, no subject, no text. https://www.rfc-editor.org/rfc/rfc6068 */
export function mailHref(email: string): string {
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`;
}
