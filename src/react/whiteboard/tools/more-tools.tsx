import Ellipsis from "lucide-react/icons/ellipsis";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { MORE_MENU } from "../late-parts.js";
import type { MoreMenuProps } from "./more-menu.js";
import { TOOL_ICONS } from "./tool-icons.js";

/** The tools that the bar has no room for; its button shows the one of them that is in hand. */
export function MoreTools(props: MoreMenuProps) {
  const messages = useMessages();
  const here = props.tools.find((name) => name === props.tool) ?? null;
  const label = here ? messages.moreToolsNow(messages.tool[here]) : messages.moreTools;
  return (
    <LateControl
      part={MORE_MENU}
      popup="menu"
      trigger={
        <Button label={label} icon={here ? TOOL_ICONS[here] : <Ellipsis />} data-current={here !== null || undefined} />
      }
      props={props}
    />
  );
}
