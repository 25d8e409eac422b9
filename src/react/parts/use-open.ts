import { type KeyboardEvent, useState } from "react";

/** Whether a layer is open. */
export interface Openness {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** For the layer itself: a toast that came later is the layer above, and takes Escape for itself. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Whether a layer is open: as its owner says, or by itself where nobody does. */
export function useOpen(given: boolean | undefined, onOpenChange?: (isOpen: boolean) => void): Openness {
  const [own, setOwn] = useState(false);
  const setOpen = (isOpen: boolean) => {
    setOwn(isOpen);
    onOpenChange?.(isOpen);
  };
  return {
    isOpen: given ?? own,
    setOpen,
    onKeyDown: (event) => event.key === "Escape" && setOpen(false),
  };
}
