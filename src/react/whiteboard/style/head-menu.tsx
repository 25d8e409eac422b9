import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuChoice, MenuChoices } from "../../parts/menu.js";
import { useIsCompact } from "../use-is-compact.js";
import { HEAD_NAMES } from "./line-heads.js";
import { HeadIcon } from "./style-icons.js";

export interface HeadMenuProps {
  readonly label: string;
  readonly head: string | null;
  readonly isStart: boolean;
  readonly onChange: (head: string) => void;
}

/** What can stand at one end of a line, beside a button. */
export function HeadMenu({ label, head, isStart, onChange, trigger }: HeadMenuProps & LateControlPart) {
  const messages = useMessages();
  const isCompact = useIsCompact();
  return (
    <Menu label={label} side={isCompact ? "top" : "left"} trigger={trigger}>
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
