import type { ComponentChildren } from 'preact';

/** For the control of a field: what its hint says belongs to it. */
interface Description {
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  /** Of the control. */
  readonly id: string;
  readonly label: string;
  /** What is wrong with its value; stands in the place of the hint. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  /** A row of its own. */
  readonly isWide?: boolean;
  readonly children: (description: Description) => ComponentChildren;
}

/** A control with its label above and a hint below. */
export function Field({ id, label, problem, hint, isWide = false, children }: FieldProps) {
  const said = problem ?? hint;
  const hintId = `${id}-hint`;
  return (
    <div class={`field ${isWide ? 'wide' : ''}`}>
      <label part="label" for={id} key={label}>
        {label}
      </label>
      {children({ 'aria-invalid': Boolean(problem), 'aria-describedby': said ? hintId : undefined })}
      {said && (
        <p part="hint" id={hintId} class={problem ? 'problem' : 'muted'} dir="auto" key={said}>
          {said}
        </p>
      )}
    </div>
  );
}
