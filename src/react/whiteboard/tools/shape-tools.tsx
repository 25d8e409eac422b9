import ChevronUp from "lucide-react/icons/chevron-up";
import { useState } from "react";
import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { SHAPE_MENU } from "../late-parts.js";
import { TOOL_ICONS } from "./tool-icons.js";
import { isShapeTool } from "./tool-layout.js";

export interface ShapeToolsProps {
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
  /** One button that opens the menu, in place of two. */
  readonly isCompact: boolean;
}

/** The closed shapes: the last one used at a press, the others in a menu. */
export function ShapeTools({ tool, onTool, isCompact }: ShapeToolsProps) {
  const messages = useMessages();
  const [last, setLast] = useState<ToolName>("rectangle");
  if (isShapeTool(tool) && tool !== last) setLast(tool);
  const shown = isShapeTool(tool) ? tool : last;
  const main = {
    label: messages.tool[shown],
    keys: keysOf(`tool.${shown}`),
    icon: TOOL_ICONS[shown],
    "aria-pressed": tool === shown,
  };
  const trigger = isCompact ? (
    <Button label={messages.shapes} icon={TOOL_ICONS[shown]} data-current={tool === shown || undefined} />
  ) : (
    <Button label={messages.shapes} className="inktape-chevron" icon={<ChevronUp />} />
  );
  return (
    <>
      {!isCompact && <Button {...main} onClick={() => onTool(shown)} />}
      <LateControl part={SHAPE_MENU} popup="menu" trigger={trigger} props={{ tool, onTool }} />
    </>
  );
}
