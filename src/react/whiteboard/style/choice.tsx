import type { ReactNode } from "react";
import { Button } from "../../parts/button.js";

/** A group of {@link Choice}s, of which one is chosen. */
export function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="inktape-choices" role="radiogroup" aria-label={label}>
      {children}
    </div>
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One of a few values. */
export function Choice({ label, isChosen, onChoose, children }: ChoiceProps) {
  return <Button role="radio" label={label} aria-checked={isChosen} data-soft="" onClick={onChoose} icon={children} />;
}
