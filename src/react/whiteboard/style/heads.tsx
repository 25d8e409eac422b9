import type { LineHeads } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Menu, MenuChoice, MenuChoices } from "../../parts/menu.js";
import type { SharedHeads } from "./line-heads.js";
import { HEAD_NAMES } from "./line-heads.js";
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

interface HeadProps {
  readonly label: string;
  readonly head: string | null;
  readonly isStart: boolean;
  readonly onChange: (head: string) => void;
}

function Head({ label, head, isStart, onChange }: HeadProps) {
  const messages = useMessages();
  return (
    <Menu
      label={label}
      side="left"
      trigger={<Button label={label} icon={<HeadIcon head={head ?? "none"} isStart={isStart} />} />}
    >
      <MenuChoices value={head} label={label} onChoose={onChange}>
        {HEAD_NAMES.map((name) => (
          <MenuChoice
            key={name}
            value={name}
            label={messages.headName[name]}
            icon={<HeadIcon head={name} isStart={isStart} />}
          />
        ))}
      </MenuChoices>
    </Menu>
  );
}
