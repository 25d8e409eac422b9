import { exportVideo, type VideoChunk, writeVideo } from "../../../video/export-video.js";
import type { VideoFormat, VideoOptions, VideoProgress } from "../../../video/video-options.js";
import { saveFile } from "../../whiteboard/files/save.js";
import type { Out } from "./out.js";
import { clipWalls, tellSaved } from "./run-out.js";
import { sizeOf, type VideoChoices } from "./video-choices.js";

export interface SaveVideoOptions {
  readonly choices: VideoChoices;
  readonly format: VideoFormat;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VideoProgress) => void;
}

/** What asks where a file is to be saved; some browsers have it. */
type SavePicker = (options: {
  readonly suggestedName: string;
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileSystemFileHandle>;

/**
 * Makes a video of a replay and saves it: where the browser lets the person say where, it is written there as it is made.
 * False when the person chose no place. Rejects as `exportVideo` does. To be called right at a press: only then does a
 * browser ask.
 */
export async function saveVideo(out: Out, { choices, format, signal, onProgress }: SaveVideoOptions): Promise<boolean> {
  const { stage, assets, room, from, to } = out.source();
  if (!stage) return false;
  const options: VideoOptions = {
    source: stage.tape,
    assets,
    ...(choices.isClip ? clipWalls(out) : { from, to }),
    ...sizeOf(choices),
    frameRate: choices.frameRate,
    theme: choices.theme,
    hasCursors: choices.hasCursors,
    ...(choices.hasPauses ? { idleLimit: null } : pausesOf(stage.player.state.get())),
    shapes: stage.view.custom.definitions,
    format,
    signal,
    onProgress,
  };
  const name = `${room}.${format}`;
  const place = await placeFor(name, format);
  if (place === "none") return false;
  if (place === "anywhere") saveFile(await exportVideo(options), name);
  else await writeVideo(options, (await place.createWritable()) as unknown as WritableStream<VideoChunk>);
  tellSaved(out, place === "anywhere" ? name : place.name, 0);
  return true;
}

/** As the player cuts pauses short; as a player does by itself while that one plays them in full. */
function pausesOf({ idleLimit }: { readonly idleLimit: number | null }): Pick<VideoOptions, "idleLimit"> {
  return idleLimit === null ? {} : { idleLimit };
}

/** Asks where to save; `anywhere` where the browser does not ask. */
async function placeFor(name: string, format: VideoFormat): Promise<FileSystemFileHandle | "anywhere" | "none"> {
  const ask = (window as { readonly showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (!ask) return "anywhere";
  try {
    return await ask.call(window, {
      suggestedName: name,
      types: [{ accept: { [`video/${format}`]: [`.${format}`] } }],
    });
  } catch (error) {
    // Not in a frame of another site: there a browser does not ask, but saves.
    return error instanceof DOMException && error.name === "AbortError" ? "none" : "anywhere";
  }
}
