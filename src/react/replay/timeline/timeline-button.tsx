import ChartNoAxesGantt from "lucide-react/icons/chart-no-axes-gantt";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { TIMELINE_MENU } from "./late-parts.js";

/** Everything that can be done with the timeline besides going along it. */
export function TimelineButton({ player }: { readonly player: Player }) {
  const { timeline } = useMessages();
  const trigger = <Button label={timeline.menu} icon={<ChartNoAxesGantt />} />;
  return <LateControl part={TIMELINE_MENU} popup="menu" trigger={trigger} props={{ player }} />;
}
