import { useState } from "react";
import { isSame } from "./use-store.js";

/** A list that stays the same as long as the same things are in it: apps write lists into props anew with every render. */
export function useSameList<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list);
  if (isSame(kept, list)) return kept;
  setKept(list);
  return list;
}
