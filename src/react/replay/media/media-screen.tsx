import RefreshCw from "lucide-react/icons/refresh-cw";
import Volume2 from "lucide-react/icons/volume-2";
import { useState } from "react";
import type { MediaStatus } from "../../../player/media/media-link.js";
import type { Player } from "../../../player/player.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LiveRegion } from "../../parts/live-region.js";
import { Styles } from "../../parts/styles.js";
import { controlStyles } from "../../styles/controls.js";
import { mediaStyles } from "../../styles/media.js";
import type { ShownMedia } from "./shown-media.js";
import { useReplayMedia } from "./use-replay-media.js";

export interface MediaScreenProps {
  readonly player: Player;
  readonly shown: ShownMedia;
}

/** The film in a corner when there is one, and what is to be said about what is heard. */
export function MediaScreen({ player, shown: { src, onElement } }: MediaScreenProps) {
  const { media: text } = useMessages();
  const [filmOf, setFilmOf] = useState<string | null>(null);
  const media = useReplayMedia(player);
  const saying: Readonly<Record<MediaStatus, string>> = {
    together: "",
    waiting: "",
    blocked: text.playWithSound,
    failed: text.failed,
  };
  return (
    <>
      <Styles name="replay-media" rules={controlStyles + mediaStyles} />
      {src !== null && (
        <video
          key={src}
          ref={onElement}
          src={src}
          className="inktape-film"
          hidden={filmOf !== src}
          preload="auto"
          playsInline
          aria-label={text.film}
          onLoadedMetadata={({ currentTarget }) => setFilmOf(currentTarget.videoWidth > 0 ? src : null)}
        />
      )}
      <div className="inktape-media-notes">
        {media?.status === "blocked" && (
          <Button isPrimary label={text.playWithSound} icon={<Volume2 />} onClick={() => player.play()}>
            {text.playWithSound}
          </Button>
        )}
        {media?.status === "waiting" && (
          <p className="inktape-badge" data-late="">
            {text.waiting}
          </p>
        )}
        {media?.status === "failed" && (
          <p className="inktape-badge" data-tone="warn">
            {text.failed}
            <TryAgain onClick={media.retry} />
          </p>
        )}
      </div>
      <LiveRegion text={media ? saying[media.status] : ""} />
    </>
  );
}

function TryAgain({ onClick }: { readonly onClick: () => void }) {
  const { tryAgain } = useMessages();
  return (
    <Button label={tryAgain} icon={<RefreshCw />} onClick={onClick}>
      {tryAgain}
    </Button>
  );
}
