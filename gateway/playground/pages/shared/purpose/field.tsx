import { useId, type ReactNode } from 'react';

/** What a control inside a field is tied to its label and its problem by. */
export interface Tied {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** A labelled control, with what is wrong with it. */
export function Field(props: {
  readonly label: string;
  readonly problem: string | undefined;
  readonly wide?: boolean;
  readonly children: (tied: Tied) => ReactNode;
}) {
  const { label, problem, wide = false, children } = props;
  const id = useId();
  const describedBy = problem === undefined ? undefined : `${id}-problem`;
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem === undefined ? undefined : true, 'aria-describedby': describedBy })}
      {problem !== undefined && (
        <p id={describedBy} className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
