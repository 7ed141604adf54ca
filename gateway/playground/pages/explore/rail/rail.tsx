import { useHeld } from '../../shared/held.ts';
import { PersonaPicker } from '../../shared/persona-picker.tsx';
import { PurposeForm } from '../../shared/purpose-form.tsx';
import { refusals } from '../../shared/session/refusals.ts';
import { session } from '../../shared/session/session.ts';
import { PreparedList } from './prepared-list.tsx';
import { Section } from './section.tsx';

/** Who asks, what for, and where to begin. A section opens by itself when something in it has been refused. */
export function Rail() {
  const { viewer: badViewer, purpose: badPurpose } = useHeld(refusals);
  const { viewer } = useHeld(session);
  return (
    <aside className="rail" aria-label="The question">
      <Section title="Start with" opens={!viewer}>
        <PreparedList />
      </Section>
      <Section title="Who asks" opens={badViewer !== undefined}>
        <PersonaPicker />
      </Section>
      <Section title="What for" opens={badPurpose !== undefined}>
        <PurposeForm />
      </Section>
    </aside>
  );
}
