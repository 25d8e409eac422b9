import { exportTape } from "../../../client/export-tape.js";
import { linkTo } from "../../../player/replay-link.js";
import { saveFile } from "../../whiteboard/files/save.js";
import { clipOf } from "../timeline/clip.js";
import type { Out, OutWhat } from "./out.js";
import { pictureOf } from "./picture-of.js";

/** Gives something out of a replay. Rejects with why it cannot be had. */
export async function runOut(out: Out, what: OutWhat): Promise<void> {
  switch (what) {
    case "video":
      return out.isVideoOpen.set(out.source().stage !== null);
    case "savePng":
    case "saveSvg":
      return savePicture(out, what === "savePng" ? "png" : "svg");
    case "copyPng":
    case "copySvg":
      return copyPicture(out, what === "copyPng" ? "png" : "svg");
    case "saveTape":
    case "saveClip":
      return saveTape(out, what === "saveClip");
    case "copyLink":
    case "copyClipLink":
      return copyLink(out, what === "copyClipLink");
  }
}

/** Says that something is saved under a name, and how many pictures are not in it. */
export function tellSaved(out: Out, name: string, missing: number): void {
  const { saved } = out.messages();
  tell(out, saved(name), missing);
}

async function savePicture(out: Out, format: "png" | "svg"): Promise<void> {
  const picture = await pictureOf(out.source(), format);
  if (!picture) return;
  const name = `${out.source().room}-${new Date(picture.wall).toISOString().slice(0, 19).replaceAll(":", "-")}.${format}`;
  saveFile(picture.blob, name);
  tellSaved(out, name, picture.missing);
}

async function copyPicture(out: Out, format: "png" | "svg"): Promise<void> {
  const made = pictureOf(out.source(), format);
  // Programs look for a drawing in the text. What takes its time is promised: a browser copies only right after a key.
  const type = format === "png" ? "image/png" : "text/plain";
  const content = made.then((picture) => new Blob(picture ? [picture.blob] : [], { type }));
  const isCopied = await copy(out, { [type]: content });
  const picture = await made;
  if (isCopied && picture) tell(out, out.messages().exchange.copied, picture.missing);
}

async function saveTape(out: Out, isClip: boolean): Promise<void> {
  const { stage, assets, room, from, to } = out.source();
  if (!stage) return;
  let missing = 0;
  const range = isClip ? clipWalls(out) : { from, to };
  const onMissing = (names: readonly string[]) => (missing = names.length);
  const file = await exportTape({ source: stage.tape, assets, ...range, onMissing });
  const name = `${room}.inktape`;
  saveFile(file, name);
  tellSaved(out, name, missing);
}

async function copyLink(out: Out, isClip: boolean): Promise<void> {
  const { stage, from, to, linkTo: make } = out.source();
  if (!stage) return;
  const { wall } = stage.player.frame.get();
  const place = isClip ? clipWalls(out) : { wall, from, to };
  const link = make?.(place) ?? linkTo({ href: location.href, ...place });
  const isCopied = await copy(out, { "text/plain": new Blob([link], { type: "text/plain" }) });
  if (isCopied) tell(out, out.messages().out.linkCopied, 0);
}

/** The clip in wall time; what is played when there is none. */
export function clipWalls(out: Out) {
  const { stage, from, to } = out.source();
  const clip = stage && clipOf(stage.player).get();
  return clip ? { from: stage.player.wallAt(clip.from), to: stage.player.wallAt(clip.to) } : { from, to };
}

/** Puts something on the clipboard; says so when the browser does not let it. */
async function copy(out: Out, content: Readonly<Record<string, Blob | Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(content)]);
    return true;
  } catch {
    // A picture that could not be made is told of by whoever made it.
    await Promise.all(Object.values(content));
    out.notice.set({ kind: "failed", text: out.messages().copyRefused });
    return false;
  }
}

function tell(out: Out, text: string, missing: number): void {
  const { picturesMissing } = out.messages().exchange;
  out.notice.set({ kind: "done", text: missing === 0 ? text : `${text} ${picturesMissing(missing)}` });
}
