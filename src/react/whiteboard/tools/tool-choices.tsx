import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { MenuChoice, MenuChoices } from "../../parts/menu.js";
import { TOOL_ICONS } from "./tool-icons.js";

export interface ToolChoicesProps {
  /** What these tools are called together. */
  readonly label: string;
  readonly tools: readonly ToolName[];
  /** The tool in hand, which may be none of these. */
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
}

/** Tools in a menu, of which one may be in hand. */
export function ToolChoices({ label, tools, tool, onTool }: ToolChoicesProps) {
  const messages = useMessages();
  const here = tools.find((name) => name === tool) ?? null;
  return (
    <MenuChoices value={here} label={label} onChoose={onTool}>
      {tools.map((name) => (
        <MenuChoice
          key={name}
          value={name}
          label={messages.tool[name]}
          icon={TOOL_ICONS[name]}
          keys={keysOf(`tool.${name}`)}
        />
      ))}
    </MenuChoices>
  );
}
