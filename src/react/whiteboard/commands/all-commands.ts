import type { ActionCommand, Command, ToolCommand } from "../../../canvas/keymap.js";
import type { ToolName } from "../../../canvas/tool.js";
import { TOOLS } from "../../../canvas/tools/all-tools.js";
import { ARRANGING } from "./arranging.js";
import { takeTool } from "../tools/take-tool.js";
import type { CommandSpec } from "./command.js";
import { CHANGING } from "./changing.js";
import { EXCHANGING } from "./exchanging.js";
import { LETTERING } from "./lettering.js";
import { LOOKING } from "./looking.js";
import { PAGING } from "./paging.js";
import { PICTURING } from "./picturing.js";

const ACTIONS: { readonly [C in ActionCommand]: CommandSpec } = {
  ...ARRANGING,
  ...CHANGING,
  ...PAGING,
  ...PICTURING,
  ...LETTERING,
  ...EXCHANGING,
  ...LOOKING,
};

const TOOL_ENTRIES = (Object.keys(TOOLS) as ToolName[]).map((name): [ToolCommand, CommandSpec] => [
  `tool.${name}`,
  { isPossible: () => true, run: (editor) => takeTool(editor, name) },
]);

/** Every command by its name. */
export const COMMANDS: Readonly<Record<Command, CommandSpec>> = {
  ...(Object.fromEntries(TOOL_ENTRIES) as Record<ToolCommand, CommandSpec>),
  ...ACTIONS,
};
