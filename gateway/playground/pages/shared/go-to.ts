/** Moves the focus to the first element of its kind that is on the page, and unfolds what it lies in. */
export function goTo(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  for (let fold = element?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}
