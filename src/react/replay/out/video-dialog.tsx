import Clapperboard from "lucide-react/icons/clapperboard";
import { useEffect, useRef, useState } from "react";
import { isInktapeError } from "../../../signal/errors.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Dialog } from "../../parts/dialog.js";
import { useStore } from "../../use-store.js";
import { clipOf } from "../timeline/clip.js";
import type { Out } from "./out.js";
import { saveVideo } from "./save-video.js";
import { useFormats } from "./use-formats.js";
import { VideoChoiceRows } from "./video-choice-rows.js";
import { type VideoChoices } from "./video-choices.js";

export interface VideoDialogProps {
  readonly out: Out;
  readonly onClose: () => void;
}

/** How a video of a replay is to be, and how far it is made. Closed, it stops. */
export function VideoDialog({ out, onClose }: VideoDialogProps) {
  const messages = useMessages();
  const player = out.source().stage?.player ?? null;
  const clip = useStore(player && clipOf(player), (value) => value, null);
  const [choices, setChoices] = useState<VideoChoices>(() => firstChoices(out, clip !== null));
  const formats = useFormats(choices);
  const format = choices.format && formats?.includes(choices.format) ? choices.format : (formats?.[0] ?? null);
  /** How much is made, 0 to 100; null while nothing is being made. */
  const [percent, setPercent] = useState<number | null>(null);
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);

  const make = async () => {
    if (!format || making.current) return;
    const stop = new AbortController();
    making.current = stop;
    try {
      const onProgress = ({ done, frames }: { readonly done: number; readonly frames: number }) =>
        setPercent(Math.floor((100 * done) / frames));
      setPercent(0);
      const isClip = choices.isClip && clip !== null;
      if (await saveVideo(out, { choices: { ...choices, isClip }, format, signal: stop.signal, onProgress })) onClose();
    } catch (error) {
      if (stop.signal.aborted) return;
      const reason = isInktapeError(error) ? error.message : String(error);
      out.notice.set({ kind: "failed", text: messages.exportFailed(reason) });
    } finally {
      if (making.current === stop) making.current = null;
      setPercent(null);
    }
  };
  const cancel = () => {
    making.current?.abort();
    making.current = null;
  };
  // The ellipsis of the menu says that a dialog follows: here it is.
  const title = messages.out.video.replace(/\s*…$/, "");
  const isMaking = percent !== null;
  return (
    <Dialog title={title} isOpen onClose={onClose} className="inktape-export inktape-video">
      <div className="inktape-video-choices" inert={isMaking}>
        <VideoChoiceRows
          {...{ choices, clip, formats, format }}
          onChoose={(next) => setChoices({ ...choices, ...next })}
        />
      </div>
      <footer>
        {isMaking ? (
          <>
            <label className="inktape-video-progress">
              {messages.out.making(messages.percent(percent))}
              <progress value={percent} max={100} />
            </label>
            <Button label={messages.cancel} data-soft="" onClick={cancel}>
              {messages.cancel}
            </Button>
          </>
        ) : (
          <Button
            label={messages.out.makeVideo}
            icon={<Clapperboard />}
            isPrimary
            isDisabled={format === null}
            onClick={() => void make()}
          >
            {messages.out.makeVideo}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}

function firstChoices(out: Out, isClip: boolean): VideoChoices {
  const { stage, theme } = out.source();
  return {
    isClip,
    size: "720p",
    width: 1280,
    height: 720,
    frameRate: 30,
    format: null,
    theme,
    hasCursors: true,
    hasPauses: stage?.player.state.get().idleLimit === null,
  };
}
