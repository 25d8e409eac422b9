import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuChoice, MenuChoices } from "../../parts/menu.js";
import { TOOL_ICONS } from "./tool-icons.js";
import { isShapeTool, SHAPE_TOOLS } from "./tool-layout.js";

export interface ShapeMenuProps {
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
}

/** The closed shapes, over a button. */
export function ShapeMenu({ tool, onTool, trigger }: ShapeMenuProps & LateControlPart) {
  const messages = useMessages();
  return (
    <Menu trigger={trigger} side="top" align="center">
      <MenuChoices value={isShapeTool(tool) ? tool : null} label={messages.shapes} onChoose={onTool}>
        {SHAPE_TOOLS.map((name) => (
          <MenuChoice
            key={name}
            value={name}
            label={messages.tool[name]}
            icon={TOOL_ICONS[name]}
            keys={keysOf(`tool.${name}`)}
          />
        ))}
      </MenuChoices>
    </Menu>
  );
}
