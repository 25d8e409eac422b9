import { useMemo } from "react";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuChoice, MenuChoices } from "../../parts/menu.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { usePlayerState } from "../../use-player-state.js";
import { lengthFormat } from "../timeline/length-format.js";

export interface IdleMenuProps {
  readonly player: Player;
  /** The app's own choice of the longest pause played out, in milliseconds. */
  readonly idleLimit: number;
}

/** In milliseconds; a player takes none shorter. */
const LIMITS: readonly number[] = [2000, 5000, 10_000, 30_000, 60_000];
const IN_FULL = "full";

/** The longest pause that is played out, or all of them in full. */
export function IdleMenu({ player, idleLimit, trigger }: IdleMenuProps & LateControlPart) {
  const { replayPeople: words } = useMessages();
  const limit = usePlayerState(player, (state) => state.idleLimit) ?? null;
  const format = useMemo(() => lengthFormat(), []);
  const others = [idleLimit, limit ?? idleLimit];
  const limits = [...new Set([...LIMITS, ...others])].sort((a, b) => a - b);
  return (
    <>
      <Styles name="controls" rules={controlStyles} />
      <Menu trigger={trigger} side="top" align="end">
        <MenuChoices
          value={limit === null ? IN_FULL : String(limit)}
          label={words.pauses}
          onChoose={(choice) => player.setIdleLimit(choice === IN_FULL ? null : Number(choice))}
        >
          <MenuChoice value={IN_FULL} label={words.pausesInFull} />
          {limits.map((ms) => (
            <MenuChoice key={ms} value={String(ms)} label={words.pausesUpTo(format(ms, "long"))} />
          ))}
        </MenuChoices>
      </Menu>
    </>
  );
}
