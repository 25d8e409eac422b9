import { type RefCallback, useState } from "react";

/** An element to draw in: a ref to give it, and the element once it is in the document. */
export function useHost<T extends HTMLElement>(): readonly [T | null, RefCallback<T>] {
  const [element, setElement] = useState<T | null>(null);
  return [element, setElement];
}
