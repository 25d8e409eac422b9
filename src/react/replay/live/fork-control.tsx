import GitFork from "lucide-react/icons/git-fork";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { late } from "../../parts/late.js";
import { LateControl } from "../../parts/late-control.js";
import type { ForkOffer } from "./fork-offer.js";

const FORK_PANEL = late(async () => (await import("./fork-panel.js")).ForkPanel);

/** Makes a new room of the moment shown. */
export function ForkControl({ player, offer }: { readonly player: Player; readonly offer: ForkOffer }) {
  const messages = useMessages();
  return (
    <LateControl
      part={FORK_PANEL}
      popup="dialog"
      trigger={<Button label={messages.past.fork} icon={<GitFork />} />}
      props={{ player, offer }}
    />
  );
}
