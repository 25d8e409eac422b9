import type { ReactNode } from "react";

export interface TopBarProps {
  /** Menu, pages and what there is to know. */
  readonly children: ReactNode;
  /** The people, and what concerns them. */
  readonly people: ReactNode;
}

/** The row over the board: what belongs to the board at its start, who is there at its end. */
export function TopBar({ children, people }: TopBarProps) {
  return (
    <div className="inktape-top">
      <div className="inktape-top-start">{children}</div>
      <div className="inktape-top-end">{people}</div>
    </div>
  );
}
