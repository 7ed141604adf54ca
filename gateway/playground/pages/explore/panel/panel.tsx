import { useState, type ReactNode } from 'react';
import { Empty } from '../../shared/states.tsx';
import { useShown } from '../asking/answer.ts';
import { useMarks } from '../asking/use-marks.ts';
import { MarksTab } from './marks-tab.tsx';
import { NO_OTHERS } from '../../shared/visibility/no-others.ts';
import { SchemaPlace } from './schema-place.tsx';
import { Tabs } from './tabs.tsx';
import { VisibilityTab } from '../../shared/visibility/visibility-tab.tsx';

type Tab = 'visibility' | 'marks' | 'schema';

/** Beside the answer: what visibility says of it, where it has nothing, and the schema. */
export function Panel() {
  const [tab, setTab] = useState<Tab>('visibility');
  const marks = useMarks();
  const tabs = [
    { id: 'visibility', name: 'Visibility' },
    { id: 'marks', name: marks.length > 0 ? `In the answer (${marks.length})` : 'In the answer' },
    { id: 'schema', name: 'Schema' },
  ] as const;
  const content: Readonly<Record<Tab, () => ReactNode>> = {
    visibility: () => <Visibility />,
    marks: () => <MarksTab marks={marks} />,
    schema: () => <SchemaPlace />,
  };
  return (
    <aside className="panel" aria-label="About the answer">
      <Tabs tabs={tabs} chosen={tab} choose={setTab}>
        {content[tab]()}
      </Tabs>
    </aside>
  );
}

function Visibility() {
  const shown = useShown();
  if (typeof shown === 'string') {
    return (
      <Empty title="What is shown, and what is not">
        <p>
          Beside every answer stands what was disclosed under which clause, what is withheld, why, and whom to call.
        </p>
      </Empty>
    );
  }
  switch (shown.is) {
    case 'unreachable':
      return <Empty title="The gateway was not reached." />;
    case 'refused':
      return (
        <Empty title="There is no answer.">
          <p>Nothing was disclosed.</p>
        </Empty>
      );
    case 'answered':
      if (!shown.visibility) return <Ungoverned />;
      return <VisibilityTab visibility={shown.visibility} errors={shown.errors.length} />;
  }
}

function Ungoverned() {
  return (
    <Empty title="No clause was needed.">
      <p>{NO_OTHERS}</p>
    </Empty>
  );
}
