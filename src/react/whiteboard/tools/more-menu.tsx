import Pin from "lucide-react/icons/pin";
import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuCheck, MenuDivider } from "../../parts/menu.js";
import { ToolChoices } from "./tool-choices.js";

export interface MoreMenuProps {
  readonly tools: readonly ToolName[];
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
  /** Whether a tool stays in hand, where the bar has no button for that. */
  readonly keep?: { readonly isKept: boolean; readonly onKeep: (isKept: boolean) => void };
}

/** The tools that the bar has no room for, over a button. */
export function MoreMenu({ tools, tool, onTool, keep, trigger }: MoreMenuProps & LateControlPart) {
  const messages = useMessages();
  return (
    <Menu side="top" align="end" trigger={trigger}>
      <ToolChoices label={messages.moreTools} tools={tools} tool={tool} onTool={onTool} />
      {keep && (
        <>
          <MenuDivider />
          <MenuCheck
            label={messages.command.keepTool}
            icon={<Pin />}
            keys={keysOf("keepTool")}
            isChecked={keep.isKept}
            onChange={keep.onKeep}
          />
        </>
      )}
    </Menu>
  );
}
