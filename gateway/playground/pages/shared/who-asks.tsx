import { PersonaPicker } from './persona-picker.tsx';

/** Nobody asks yet: here is where to say who does. */
export function WhoAsks({ why }: { readonly why: string }) {
  return (
    <section className="who-asks">
      <h2>Who asks?</h2>
      <p className="hint">{why}</p>
      <PersonaPicker />
    </section>
  );
}
