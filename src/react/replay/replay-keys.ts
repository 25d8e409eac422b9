/** What a key asks a player for. `by` in milliseconds; `to` as a share of the whole. */
export type ReplayCommand =
  | { readonly type: "toggle" }
  | { readonly type: "skip"; readonly by: number }
  | { readonly type: "go"; readonly to: number }
  | { readonly type: "marker"; readonly step: 1 | -1 }
  | { readonly type: "rate"; readonly step: 1 | -1 }
  | { readonly type: "zoomTimeline"; readonly step: 1 | -1 }
  | { readonly type: "clip"; readonly end: "from" | "to" }
  | { readonly type: "step"; readonly by: 1 | -1 }
  | { readonly type: "loop" }
  | { readonly type: "mute" }
  | { readonly type: "sheet" }
  | { readonly type: "live" }
  | { readonly type: "out"; readonly what: "savePng" | "copyPng" | "video" | "copyLink" }
  | { readonly type: "fullScreen" }
  | { readonly type: "fit" };

/** How far an arrow key or a button goes. */
export const STEP_MS = 5000;
const BIG_STEP_MS = 10_000;

/** What a key asks for; null when it is none of the player's. Space is left to a button or select that has the focus. */
export function replayCommandFor(event: KeyboardEvent): ReplayCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === " ") return isOnControl(event) ? null : { type: "toggle" };
  if (/^[0-9]$/.test(event.key)) return { type: "go", to: Number(event.key) / 10 };
  switch (event.key) {
    case "k":
      return { type: "toggle" };
    case "ArrowLeft":
      return { type: "skip", by: event.shiftKey ? -BIG_STEP_MS : -STEP_MS };
    case "ArrowRight":
      return { type: "skip", by: event.shiftKey ? BIG_STEP_MS : STEP_MS };
    case "j":
      return { type: "skip", by: -BIG_STEP_MS };
    case "l":
      return { type: "skip", by: BIG_STEP_MS };
    case "L":
      return { type: "live" };
    case "Home":
      return { type: "go", to: 0 };
    case "End":
      return { type: "go", to: 1 };
    case "[":
      return { type: "marker", step: -1 };
    case "]":
      return { type: "marker", step: 1 };
    case "<":
      return { type: "rate", step: -1 };
    case ">":
      return { type: "rate", step: 1 };
    case "+":
    case "=":
      return { type: "zoomTimeline", step: 1 };
    case "-":
      return { type: "zoomTimeline", step: -1 };
    case "i":
      return { type: "clip", end: "from" };
    case "o":
      return { type: "clip", end: "to" };
    case ",":
      return { type: "step", by: -1 };
    case ".":
      return { type: "step", by: 1 };
    case "r":
      return { type: "loop" };
    case "m":
      return { type: "mute" };
    case "?":
      return { type: "sheet" };
    case "s":
      return { type: "out", what: "savePng" };
    case "C":
      return { type: "out", what: "copyPng" };
    case "S":
      return { type: "out", what: "video" };
    case "u":
      return { type: "out", what: "copyLink" };
    case "f":
      return { type: "fullScreen" };
    case "!":
      return { type: "fit" };
    default:
      return null;
  }
}

function isOnControl({ target }: KeyboardEvent): boolean {
  return Boolean((target as Partial<Element> | null)?.closest?.("button, select, a"));
}
