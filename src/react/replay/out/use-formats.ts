import { useEffect, useState } from "react";
import { videoFormats } from "../../../video/formats.js";
import type { VideoFormat } from "../../../video/video-options.js";
import { sizeOf, type VideoChoices } from "./video-choices.js";

/** The formats in which this browser can make a video like that, the best first; null while that is not known. */
export function useFormats(choices: VideoChoices): readonly VideoFormat[] | null {
  const { width, height } = sizeOf(choices);
  const { frameRate } = choices;
  const [formats, setFormats] = useState<readonly VideoFormat[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const take = (found: readonly VideoFormat[]) => void (isOver || setFormats(found));
    // A size that no video can have is one that this browser cannot make.
    videoFormats({ width, height, frameRate }).then(take, () => take([]));
    return () => void (isOver = true);
  }, [width, height, frameRate]);
  return formats;
}
