import ArrowLeft from "lucide-react/icons/arrow-left";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Player } from "../../../player/player.js";
import type { Millis } from "../../../signal/ids.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { focusBoard } from "../../parts/focus-board.js";
import { Styles } from "../../parts/styles.js";
import { pastStyles } from "../../styles/past.js";
import { runReplayCommand } from "../actions.js";
import { replayCommandFor } from "../replay-keys.js";
import { Replay, type ReplayHandle, type ReplayProps } from "../replay.js";

export interface RewindProps extends Pick<ReplayProps, "transport" | "theme" | "shapes" | "onError"> {
  readonly room: string;
  /** Where to begin. */
  readonly wall: Millis;
  readonly onClose: () => void;
}

/** A replay laid over a live board, which goes on beneath, until the person goes back to it. */
export function Rewind({ wall, onClose, ...props }: RewindProps) {
  const messages = useMessages();
  const layer = useRef<HTMLDivElement>(null);
  const player = useRef<Player>(null);
  useEffect(() => {
    const element = layer.current;
    return element ? coverOthers(element) : undefined;
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") onClose();
    // While the focus is on the bar the replay itself hears no keys.
    if (player.current === null || layer.current?.querySelector(".inktape-replay")?.contains(event.target as Node))
      return;
    const command = replayCommandFor(event.nativeEvent);
    if (command && runReplayCommand(player.current, command)) event.preventDefault();
  };
  const begin = (ready: ReplayHandle) => {
    player.current = ready.player;
    void ready.player.seekWall(wall);
  };
  return (
    <div ref={layer} className="inktape-rewind" role="group" aria-label={messages.past.lookingBack} onKeyDown={press}>
      <Styles name="past" rules={pastStyles} />
      <div className="inktape-rewind-bar">
        <p>
          <strong>{messages.past.lookingBack}</strong> <span>{messages.past.lookingBackHint}</span>
        </p>
        <Button
          isPrimary
          autoFocus
          label={messages.past.backToLive}
          keys="Escape"
          icon={<ArrowLeft data-directed="" />}
          onClick={onClose}
        >
          {messages.past.backToLive}
        </Button>
      </div>
      <Replay {...props} autoPlay onReady={begin} />
    </div>
  );
}

/** Keeps the focus and screen readers from what lies beneath a layer; what it returns gives both back. */
function coverOthers(layer: HTMLElement): () => void {
  const root = layer.parentElement;
  const others = [...(root?.children ?? [])].filter((other) => other !== layer && !other.hasAttribute("inert"));
  for (const other of others) other.toggleAttribute("inert", true);
  return () => {
    for (const other of others) other.toggleAttribute("inert", false);
    if (root) focusBoard(root);
  };
}
