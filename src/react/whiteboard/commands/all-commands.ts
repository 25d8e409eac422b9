import type { ActionCommand, Command, ToolCommand } from "../../../canvas/keymap.js";
import type { ToolName } from "../../../canvas/tool.js";
import { TOOLS } from "../../../canvas/tools/all-tools.js";
import type { CommandSpec } from "./command.js";
import { CHANGING } from "./changing.js";
import { LOOKING } from "./looking.js";

const pending: CommandSpec = { isPossible: () => false, run: () => undefined };
const ACTIONS: { readonly [C in ActionCommand]: CommandSpec } = {
  cut: pending,
  copy: pending,
  paste: pending,
  pasteInPlace: pending,
  copyPng: pending,
  copySvg: pending,
  copyStyle: pending,
  pasteStyle: pending,
  duplicate: pending,
  edit: pending,
  group: pending,
  ungroup: pending,
  toggleLock: pending,
  unlockAll: pending,
  alignLeft: pending,
  alignCenter: pending,
  alignRight: pending,
  alignTop: pending,
  alignMiddle: pending,
  alignBottom: pending,
  distributeHorizontally: pending,
  distributeVertically: pending,
  flipHorizontally: pending,
  flipVertically: pending,
  bringToFront: pending,
  bringForward: pending,
  sendBackward: pending,
  sendToBack: pending,
  nudgeLeft: pending,
  nudgeRight: pending,
  nudgeUp: pending,
  nudgeDown: pending,
  nudgeLeftFar: pending,
  nudgeRightFar: pending,
  nudgeUpFar: pending,
  nudgeDownFar: pending,
  duplicatePage: pending,
  clearPage: pending,
  importFile: pending,
  exportPng: pending,
  exportSvg: pending,
  exportPdf: pending,
  exportJson: pending,
  ...CHANGING,
  ...LOOKING,
};

const TOOL_ENTRIES = (Object.keys(TOOLS) as ToolName[]).map((name): [ToolCommand, CommandSpec] => [
  `tool.${name}`,
  { isPossible: () => true, run: ({ choices }) => choices.tool.set(name) },
]);

/** Every command by its name. */
export const COMMANDS: Readonly<Record<Command, CommandSpec>> = {
  ...(Object.fromEntries(TOOL_ENTRIES) as Record<ToolCommand, CommandSpec>),
  ...ACTIONS,
};
