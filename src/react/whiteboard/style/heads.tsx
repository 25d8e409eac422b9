import type { LineHeads } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { HEAD_MENU } from "../late-parts.js";
import type { HeadMenuProps } from "./head-menu.js";
import type { SharedHeads } from "./line-heads.js";
import { HeadIcon } from "./style-icons.js";

export interface HeadsProps {
  readonly heads: SharedHeads;
  readonly onChange: (change: Partial<LineHeads>) => void;
}

/** What stands at both ends of lines. */
export function Heads({ heads, onChange }: HeadsProps) {
  const messages = useMessages();
  return (
    <div className="inktape-choices">
      <Head
        label={messages.startHead}
        head={heads.startHead}
        isStart
        onChange={(startHead) => onChange({ startHead })}
      />
      <Head
        label={messages.endHead}
        head={heads.endHead}
        isStart={false}
        onChange={(endHead) => onChange({ endHead })}
      />
    </div>
  );
}

function Head(props: HeadMenuProps) {
  const { label, head, isStart } = props;
  return (
    <LateControl
      part={HEAD_MENU}
      popup="menu"
      trigger={<Button label={label} icon={<HeadIcon head={head ?? "none"} isStart={isStart} />} />}
      props={props}
    />
  );
}
