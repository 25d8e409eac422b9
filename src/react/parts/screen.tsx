import type { ReactNode } from "react";

export interface ScreenProps {
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly text?: string;
  /** Dims the board behind. */
  readonly isVeiled?: boolean;
  /** A hint only: left out where there is little room, and never in the way of the pointer. */
  readonly isHint?: boolean;
  /** Shown after a moment only: what is over by then need not be seen. */
  readonly isLate?: boolean;
  readonly children?: ReactNode;
}

/** What stands in the middle of the board when there is nothing else to see: loading, empty, failed. */
export function Screen({ icon, title, text, isVeiled = false, isHint = false, isLate = false, children }: ScreenProps) {
  return (
    <div
      className="inktape-screen"
      data-veil={isVeiled || undefined}
      data-hint={isHint || undefined}
      data-late={isLate || undefined}
    >
      {icon}
      {title !== undefined && <h2>{title}</h2>}
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
