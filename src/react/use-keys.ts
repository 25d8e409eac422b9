import { type RefObject, useEffect } from "react";
import { watchAttention } from "./meant-for.js";
import { useEvent } from "./use-event.js";

/** Listens for keys that are meant for a component; see meant-for.ts. A key that was taken (`true`) does nothing else. */
export function useKeys(root: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => boolean): void {
  const take = useEvent(onKey);
  useEffect(() => {
    const attention = watchAttention(() => root.current);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !attention.isHere()) return;
      if (take(event)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => {
      attention.stop();
      document.removeEventListener("keydown", press);
    };
  }, [root, take]);
}
