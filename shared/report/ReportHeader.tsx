import type { ComponentChildren } from 'preact';

interface ReportHeaderProps {
  /** A page replaces it by the slot `title`. */
  readonly title: string;
  /** Days that are shown, in words. */
  readonly days: string;
  /** What the visitor can choose. */
  readonly children: ComponentChildren;
}

/** Title and days of a report, and what the visitor can choose. The title's id is `title`. */
export function ReportHeader({ title, days, children }: ReportHeaderProps) {
  return (
    <header class="header spread">
      <div class="heading">
        <div id="title">
          <slot name="title">
            <p part="title" class="title" key={title}>
              {title}
            </p>
          </slot>
        </div>
        <p part="range" class="muted" key={days}>
          {days}
        </p>
      </div>
      {children}
    </header>
  );
}
