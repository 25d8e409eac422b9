import {
  type Attributes,
  type ComponentType,
  createContext,
  createElement,
  type ReactElement,
  useContext,
  useEffect,
  useState,
} from "react";
import { useEvent } from "../use-event.js";

/** A part of the kit that is not among what is loaded at first, but fetched when it is needed or when there is time. */
export interface Late<T> {
  /** The part; null until it has been fetched. */
  get(): T | null;
  /** Fetches the part, once. Rejects when it cannot be had; the next call tries again. */
  load(): Promise<T>;
}

/** Makes a late part of an `import()`. Nothing is fetched yet. */
export function late<T>(fetch: () => Promise<T>): Late<T> {
  let value: T | null = null;
  let loading: Promise<T> | null = null;
  const run = async () => {
    try {
      return (value = await fetch());
    } finally {
      loading = null;
    }
  };
  return { get: () => value, load: () => (value === null ? (loading ??= run()) : Promise.resolve(value)) };
}

/** Tells the person that a part could not be fetched; `tryAgain` fetches it once more. */
export type TellMissing = (tryAgain: () => void) => void;

/** Who tells of parts that could not be fetched. */
export const MissingPartContext = createContext<TellMissing>(() => {});

/**
 * A late part, null until it is there. It is fetched once `wanted` is neither null nor false, and again for every other
 * value of it while it is not there. What could not be fetched is told: by `missing`, or else by who tells of all parts.
 */
export function useLate<T>(part: Late<T>, wanted: unknown = true, missing?: TellMissing): T | null {
  const [, setLoaded] = useState(part.get() !== null);
  const tellMissing = useContext(MissingPartContext);
  const tell = useEvent(missing ?? tellMissing);
  useEffect(() => {
    if (wanted === null || wanted === false || part.get() !== null) return undefined;
    let isOver = false;
    const fetch = (): void => {
      part.load().then(
        () => !isOver && setLoaded(true),
        () => !isOver && tell(fetch),
      );
    };
    fetch();
    return () => void (isOver = true);
  }, [part, wanted, tell]);
  return part.get();
}

/** A late component with its properties; nothing while it is not there. */
export function lateElement<P extends object>(
  Part: ComponentType<P> | null,
  props: P & Attributes,
): ReactElement | null {
  return Part && createElement(Part, props);
}
