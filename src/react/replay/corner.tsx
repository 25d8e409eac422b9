import type { Theme } from "../../picture/palette.js";
import { usePages } from "../pages.js";
import { lateElement, useLate } from "../parts/late.js";
import { PageBar } from "../parts/page-bar.js";
import { useValue } from "../use-store.js";
import type { MomentFormat } from "./format-time.js";
import { WATCHED_BAR } from "./people/late-parts.js";
import { PeopleCorner } from "./people/people-corner.js";
import { ReplaySlot } from "./slots.js";
import type { Stage } from "./use-stage.js";

export interface CornerProps {
  readonly stage: Stage;
  readonly theme: Theme;
  readonly format: MomentFormat;
}

/** Over the replayed board: its pages, when there are several, who was in the room, and whose view is shown. */
export function Corner({ stage, theme, format }: CornerProps) {
  const { player, view, follower } = stage;
  const pages = usePages(player.frame, (frame) => frame.board);
  const current = useValue(view.page);
  const { watched } = useValue(follower.state);
  const WatchedBar = useLate(WATCHED_BAR, watched.type !== "all");
  return (
    <>
      {lateElement(WatchedBar, { stage, theme })}
      <div className="inktape-corner">
        <ReplaySlot name="PageBar">
          {pages.length > 1 && <PageBar pages={pages} current={current} onSelect={(page) => follower.roamTo(page)} />}
        </ReplaySlot>
        <ReplaySlot name="People">
          <PeopleCorner stage={stage} theme={theme} format={format} />
        </ReplaySlot>
      </div>
    </>
  );
}
