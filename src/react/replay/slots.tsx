import { createSlots, type SlotComponents } from "../parts/slots.js";

/** The parts of a replay that an app may leave out, replace or put something around. `Controls` is the whole bar. */
export type ReplaySlotName =
  | "Controls"
  | "SeekBar"
  | "PlayButton"
  | "SkipButtons"
  | "StepButtons"
  | "Time"
  | "Chapter"
  | "LiveButton"
  | "WallTime"
  | "FollowButton"
  | "LoopButton"
  | "IdleButton"
  | "TimelineMenu"
  | "ForkButton"
  | "Volume"
  | "RateMenu"
  | "SaveMenu"
  | "FullScreenButton"
  | "PageBar"
  | "People"
  | "StartButton"
  | "Notices"
  | "Media"
  | "Screen";

/** What stands in the place of a replay's parts; what is not named stays as it is. */
export type ReplayComponents = SlotComponents<ReplaySlotName>;

export const { Slots: ReplaySlots, Slot: ReplaySlot } = createSlots<ReplaySlotName>();
