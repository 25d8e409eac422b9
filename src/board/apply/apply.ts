import type { Entry } from "../../signal/entry.js";
import type { SignalType } from "../../signal/signal.js";
import type { MutableBoard } from "../board.js";
import { inkRules } from "./ink.js";
import { memberRules } from "./members.js";
import { pageRules } from "./pages.js";
import { isKey, type Rule, type Rules } from "./recipe.js";
import { shapeRules } from "./shapes.js";

const nothing = () => undefined;

const RULES: Rules<SignalType> = {
  ...inkRules,
  ...shapeRules,
  ...pageRules,
  ...memberRules,
  "state.set"(draft, { key, value }) {
    if (value === undefined) delete draft.shared[key];
    else if (isKey(key)) draft.shared[key] = value;
  },
  "recording.set"(draft, { on }) {
    draft.isRecording = on;
  },
  unknown(draft) {
    draft.unknown += 1;
  },
  event: nothing,
  marker: nothing,
  void: nothing,
};

/**
 * The one recipe: what an entry does to a board. Total: an entry that makes no sense for this board changes nothing
 * but the board's place in the log, the same way everywhere.
 */
export function apply(draft: MutableBoard, entry: Entry): void {
  const rule = RULES[entry.signal.type] as Rule<SignalType>;
  rule(draft, entry.signal, entry);
  draft.seq = entry.seq;
  draft.at = entry.at;
}
