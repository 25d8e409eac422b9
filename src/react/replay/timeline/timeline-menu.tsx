import CalendarDays from "lucide-react/icons/calendar-days";
import ChevronFirst from "lucide-react/icons/chevron-first";
import ChevronLast from "lucide-react/icons/chevron-last";
import FoldHorizontal from "lucide-react/icons/fold-horizontal";
import Rows3 from "lucide-react/icons/rows-3";
import SkipBack from "lucide-react/icons/skip-back";
import SkipForward from "lucide-react/icons/skip-forward";
import X from "lucide-react/icons/x";
import ZoomIn from "lucide-react/icons/zoom-in";
import ZoomOut from "lucide-react/icons/zoom-out";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Menu, MenuCheck, MenuDivider, MenuItem } from "../../parts/menu.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { usePlayerState } from "../../use-player-state.js";
import { useValue } from "../../use-store.js";
import { goToMarker } from "../actions.js";
import { clipOf } from "./clip.js";
import { ZOOM_STEP } from "./time-window.js";
import { timelineViewOf, zoomTimeline } from "./timeline-view.js";

/** The menu of a timeline. */
export function TimelineMenu({ player, trigger }: { readonly player: Player } & LateControlPart) {
  const { timeline } = useMessages();
  const view = timelineViewOf(player);
  const clip = clipOf(player);
  const isZoomed = useValue(view.window) !== null;
  const hasLanes = useValue(view.hasLanes);
  const hasClip = useValue(clip) !== null;
  const hasChapters = usePlayerState(player, (state) => state.markers.length > 0) ?? false;
  const here = () => player.frame.get().position;
  return (
    <>
      <Styles name="controls" rules={controlStyles} />
      <Menu trigger={trigger} side="top" align="end">
        {hasChapters && (
          <>
            <MenuItem
              label={timeline.previousChapter}
              icon={<SkipBack data-directed="" />}
              keys="["
              onChoose={() => goToMarker(player, -1)}
            />
            <MenuItem
              label={timeline.nextChapter}
              icon={<SkipForward data-directed="" />}
              keys="]"
              onChoose={() => goToMarker(player, 1)}
            />
            <MenuDivider />
          </>
        )}
        <MenuItem
          label={timeline.zoomIn}
          icon={<ZoomIn />}
          keys="Plus"
          onChoose={() => zoomTimeline(player, ZOOM_STEP)}
        />
        <MenuItem
          label={timeline.zoomOut}
          icon={<ZoomOut />}
          keys="-"
          isDisabled={!isZoomed}
          onChoose={() => zoomTimeline(player, 1 / ZOOM_STEP)}
        />
        <MenuItem
          label={timeline.showAll}
          icon={<FoldHorizontal />}
          isDisabled={!isZoomed}
          onChoose={() => view.window.set(null)}
        />
        <MenuCheck
          label={timeline.lanes}
          icon={<Rows3 />}
          isChecked={hasLanes}
          onChange={(isOn) => view.hasLanes.set(isOn)}
        />
        <MenuItem label={timeline.calendar} icon={<CalendarDays />} onChoose={() => view.isCalendarOpen.set(true)} />
        <MenuDivider />
        <MenuItem
          label={timeline.startClipHere}
          icon={<ChevronFirst data-directed="" />}
          keys="I"
          onChoose={() => clip.setEnd("from", here())}
        />
        <MenuItem
          label={timeline.endClipHere}
          icon={<ChevronLast data-directed="" />}
          keys="O"
          onChoose={() => clip.setEnd("to", here())}
        />
        <MenuItem label={timeline.removeClip} icon={<X />} isDisabled={!hasClip} onChoose={() => clip.set(null)} />
      </Menu>
    </>
  );
}
