import Ellipsis from "lucide-react/icons/ellipsis";
import Pin from "lucide-react/icons/pin";
import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Menu, MenuCheck, MenuChoice, MenuChoices, MenuDivider } from "../../parts/menu.js";
import { TOOL_ICONS } from "./tool-icons.js";

export interface MoreToolsProps {
  readonly tools: readonly ToolName[];
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
  /** Whether a tool stays in hand, where the bar has no button for that. */
  readonly keep?: { readonly isKept: boolean; readonly onKeep: (isKept: boolean) => void };
}

/** The tools that the bar has no room for; its button shows the one of them that is in hand. */
export function MoreTools({ tools, tool, onTool, keep }: MoreToolsProps) {
  const messages = useMessages();
  const here = tools.find((name) => name === tool) ?? null;
  const label = here ? messages.moreToolsNow(messages.tool[here]) : messages.moreTools;
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <Button label={label} icon={here ? TOOL_ICONS[here] : <Ellipsis />} data-current={here !== null || undefined} />
      }
    >
      <MenuChoices value={here} label={messages.moreTools} onChoose={onTool}>
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
