import { useId, type KeyboardEvent, type ReactNode } from 'react';

interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

/** Tabs as the ARIA practices have them: arrows move between them. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
export function Tabs<Id extends string>(props: {
  readonly tabs: readonly Choice<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  readonly children: ReactNode;
}) {
  const { tabs, chosen, choose, children } = props;
  const prefix = useId();
  const move = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return;
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.id);
    currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${prefix}-${next.id}`)}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label="About the answer" onKeyDown={move}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            id={`${prefix}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={`${prefix}-content`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => choose(id)}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        id={`${prefix}-content`}
        className="tab-content"
        role="tabpanel"
        aria-labelledby={`${prefix}-${chosen}`}
        tabIndex={0}
      >
        {children}
      </div>
    </>
  );
}
