import {
  cloneElement,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from "react";
import type { ButtonProps } from "./button.js";
import { type Late, lateElement, useLate } from "./late.js";

/** What a late control is given beside what is its own: the button that opens it. */
export interface LateControlPart {
  readonly trigger: ReactElement<ButtonProps>;
}

export interface LateControlProps<P extends object> {
  /** A menu or a panel with its button. */
  readonly part: Late<ComponentType<P & LateControlPart>>;
  /** What the button opens. A menu opens at a press of the pointer, a panel at a click, both by keys. */
  readonly popup: "menu" | "dialog";
  readonly trigger: ReactElement<ButtonProps>;
  /** What else the part is given. */
  readonly props: P;
}

/** Keys that open a menu from its button (WAI-ARIA, menu button pattern). */
const MENU_KEYS: readonly string[] = ["Enter", " ", "ArrowDown"];

/**
 * A button whose menu or panel is fetched at its first press. The button is there from the start, and the press is held
 * until the part has come and taken the button over; then it is pressed anew, as if the part had been there all along.
 */
export function LateControl<P extends object>({ part, popup, trigger, props }: LateControlProps<P>) {
  const [isThere] = useState(() => part.get() !== null);
  const [held, setHeld] = useState<Event | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hadFocus = useRef(false);
  const repeated = useRef<Event | null>(null);
  const Part = useLate(part, held);
  const isReady = Part !== null && (isThere || held !== null);

  useEffect(() => {
    if (!isReady || held === null || repeated.current === held) return;
    repeated.current = held;
    // The button is another element now. What the part listens to has begun: its effects came before this one.
    if (hadFocus.current && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
    button.current?.dispatchEvent(again(held));
  }, [isReady, held]);

  if (isReady) return lateElement(Part, { ...props, trigger: cloneElement(trigger, { ref: button }) });
  const hold = (event: KeyboardEvent | MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    hadFocus.current = document.activeElement === button.current;
    setHeld(event.nativeEvent);
  };
  const opening =
    popup === "menu"
      ? {
          onPointerDown: (event: PointerEvent) => event.button === 0 && !event.ctrlKey && hold(event),
          onKeyDown: (event: KeyboardEvent) => MENU_KEYS.includes(event.key) && hold(event),
        }
      : { onClick: hold };
  return cloneElement(trigger, {
    ref: button,
    "aria-haspopup": popup,
    "aria-expanded": false,
    "aria-busy": held !== null || undefined,
    ...opening,
  });
}

/** The same key, press or click once more. */
function again(event: Event): Event {
  return new (event.constructor as new (type: string, init: EventInit) => Event)(event.type, event);
}
