import type { Theme } from "../../picture/palette.js";
import { membersOf } from "../members.js";
import { usePages } from "../pages.js";
import { PageBar } from "../parts/page-bar.js";
import { People } from "../parts/people.js";
import { useFrame } from "../use-position.js";
import { useValue } from "../use-store.js";
import { useMemo } from "react";
import { ReplaySlot } from "./slots.js";
import type { Stage } from "./use-stage.js";

export interface CornerProps {
  readonly stage: Stage;
  readonly theme: Theme;
}

const NOBODY = {};

/** Over the replayed board: its pages, when there are several, and who was in the room. */
export function Corner({ stage: { player, view, follower }, theme }: CornerProps) {
  const pages = usePages(player.frame, (frame) => frame.board);
  const current = useValue(view.page);
  const present = useFrame(player, (frame) => frame.board?.members) ?? NOBODY;
  const members = useMemo(() => membersOf(present, null), [present]);
  return (
    <div className="inktape-corner">
      <ReplaySlot name="PageBar">
        {pages.length > 1 && <PageBar pages={pages} current={current} onSelect={(page) => follower.roamTo(page)} />}
      </ReplaySlot>
      <ReplaySlot name="People">
        <People members={members} theme={theme} />
      </ReplaySlot>
    </div>
  );
}
