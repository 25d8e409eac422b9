import type { ActionCommand, Command, ToolCommand } from "../../../canvas/keymap.js";
import type { ToolName } from "../../../canvas/tool.js";
import { TOOLS } from "../../../canvas/tools/all-tools.js";
import { ARRANGING } from "./arranging.js";
import type { CommandSpec } from "./command.js";
import { CHANGING } from "./changing.js";
import { LOOKING } from "./looking.js";
import { PAGING } from "./paging.js";

const pending: CommandSpec = { isPossible: () => false, run: () => undefined };
const ACTIONS: { readonly [C in ActionCommand]: CommandSpec } = {
  cut: pending,
  copy: pending,
  paste: pending,
  pasteInPlace: pending,
  copyPng: pending,
  copySvg: pending,
  importFile: pending,
  exportPng: pending,
  exportSvg: pending,
  exportPdf: pending,
  exportJson: pending,
  ...ARRANGING,
  ...CHANGING,
  ...PAGING,
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
