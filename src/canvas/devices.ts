import type { WritableStore } from "../store/store.js";

type Seen = Pick<PointerEvent, "type" | "pointerType" | "timeStamp">;

/** Tells the hand that holds a pen from the fingers that are meant. */
export interface Devices {
  /** Takes note of an event of any pointer, before anything else is made of it. */
  note(event: Seen): void;
  /** True for a touch while a pen is down or was just seen: it is the hand that holds it. */
  isPalm(event: Seen): boolean;
  /** True for a touch that may pan and pinch, but not draw: a pen was used here. */
  isMover(event: Seen): boolean;
}

/** For so long after a pen was seen, a touch is taken for the hand that holds it. Milliseconds. */
const PALM_MS = 500;

/** Watches the pointers. The first press of a pen sets `isPenMode`, and so does each one after it was set back. */
export function createDevices(isPenMode: WritableStore<boolean>): Devices {
  let penSeenAt = -Infinity;
  let isPenDown = false;
  return {
    note({ type, pointerType, timeStamp }) {
      if (pointerType !== "pen") return;
      penSeenAt = timeStamp;
      if (type === "pointerdown") {
        isPenDown = true;
        isPenMode.set(true);
      } else if (type !== "pointermove") isPenDown = false;
    },
    isPalm: ({ pointerType, timeStamp }) => pointerType === "touch" && (isPenDown || timeStamp - penSeenAt < PALM_MS),
    isMover: ({ pointerType }) => pointerType === "touch" && isPenMode.get(),
  };
}
