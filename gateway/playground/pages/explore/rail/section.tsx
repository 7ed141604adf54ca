import { useEffect, useState, type ReactNode } from 'react';

/** A part of the rail that can be folded. */
export function Section(props: { readonly title: string; readonly opens: boolean; readonly children: ReactNode }) {
  const { title, opens, children } = props;
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (opens) setOpen(true);
  }, [opens]);
  return (
    <details className="section" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
