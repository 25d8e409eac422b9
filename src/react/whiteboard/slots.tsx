import { createSlots, type SlotComponents } from "../parts/slots.js";

/** The parts of a whiteboard that an app may leave out, replace or put something around. */
export type SlotName =
  | "Toolbar"
  | "Menu"
  | "StylePanel"
  | "PageBar"
  | "ZoomBar"
  | "People"
  | "Status"
  | "Rewind"
  | "EmptyHint"
  | "FollowBar";

/** What stands in the place of a whiteboard's parts; what is not named stays as it is. */
export type WhiteboardComponents = SlotComponents<SlotName>;

export const { Slots, Slot } = createSlots<SlotName>();
