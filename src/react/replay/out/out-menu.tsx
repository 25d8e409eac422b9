import Clapperboard from "lucide-react/icons/clapperboard";
import Copy from "lucide-react/icons/copy";
import FileDown from "lucide-react/icons/file-down";
import ImageDown from "lucide-react/icons/image-down";
import Link from "lucide-react/icons/link";
import Scissors from "lucide-react/icons/scissors";
import type { ReactNode } from "react";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuDivider, MenuItem } from "../../parts/menu.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { useValue } from "../../use-store.js";
import { clipOf } from "../timeline/clip.js";
import type { OutMenuProps, OutWhat } from "./out.js";

/** What stands together in the menu, with the keys that do the same. */
const GROUPS: readonly (readonly (readonly [what: OutWhat, icon: ReactNode, keys?: string])[])[] = [
  [
    ["savePng", <ImageDown key="savePng" />, "S"],
    ["copyPng", <Copy key="copyPng" />, "Shift+C"],
    ["saveSvg", <ImageDown key="saveSvg" />],
    ["copySvg", <Copy key="copySvg" />],
  ],
  [
    ["video", <Clapperboard key="video" />, "Shift+S"],
    ["saveTape", <FileDown key="saveTape" />],
    ["saveClip", <Scissors key="saveClip" />],
  ],
  [
    ["copyLink", <Link key="copyLink" />, "U"],
    ["copyClipLink", <Scissors key="copyClipLink" />],
  ],
];
/** What there is only with a clip. */
const OF_CLIP: readonly OutWhat[] = ["saveClip", "copyClipLink"];

/** The menu of what can be saved of a replay, and shared. */
export function OutMenu({ out, player, trigger }: OutMenuProps & LateControlPart) {
  const messages = useMessages();
  const hasClip = useValue(clipOf(player)) !== null;
  return (
    <>
      <Styles name="controls" rules={controlStyles} />
      <Menu trigger={trigger} side="top" align="end">
        {GROUPS.map((group, index) => [
          index > 0 && <MenuDivider key={index} />,
          ...group
            .filter(([what]) => hasClip || !OF_CLIP.includes(what))
            .map(([what, icon, keys]) => (
              <MenuItem
                key={what}
                label={messages.out[what]}
                icon={icon}
                {...(keys && { keys })}
                onChoose={() => out.run(what)}
              />
            )),
        ])}
      </Menu>
    </>
  );
}
