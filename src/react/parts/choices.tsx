import type { ReactNode } from "react";
import { Button } from "./button.js";

/** One thing to be chosen in a dialog: what it is, and what can be chosen. */
export function ChoiceRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="inktape-export-row">
      <legend>{label}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

/** Something that can be chosen, by itself or among others. */
export function Choice({ label, isChosen, isDisabled = false, onChoose }: ChoiceProps) {
  return (
    <Button label={label} aria-pressed={isChosen} isDisabled={isDisabled} data-soft="" onClick={onChoose}>
      {label}
    </Button>
  );
}
