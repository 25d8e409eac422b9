import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu } from "../../parts/menu.js";
import { ToolChoices } from "./tool-choices.js";
import { SHAPE_TOOLS } from "./tool-layout.js";

export interface ShapeMenuProps {
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
}

/** The closed shapes, over a button. */
export function ShapeMenu({ tool, onTool, trigger }: ShapeMenuProps & LateControlPart) {
  const messages = useMessages();
  return (
    <Menu trigger={trigger} side="top" align="center">
      <ToolChoices label={messages.shapes} tools={SHAPE_TOOLS} tool={tool} onTool={onTool} />
    </Menu>
  );
}
