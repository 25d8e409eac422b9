import type { ToolName } from "./tool.js";

/** A tool taken in hand. */
export type ToolCommand = `tool.${ToolName}`;

/** What keys, menus and buttons can ask for, besides a tool. What each does, react/whiteboard/commands says. */
export type ActionCommand =
  | "undo"
  | "redo"
  | "cut"
  | "copy"
  | "paste"
  | "pasteInPlace"
  | "copyPng"
  | "copySvg"
  | "copyStyle"
  | "pasteStyle"
  | "duplicate"
  | "delete"
  | "selectAll"
  | "selectLeft"
  | "selectRight"
  | "selectUp"
  | "selectDown"
  | "cancel"
  | "goToStyle"
  | "edit"
  | "place"
  | "cropPicture"
  | "describePicture"
  | "replacePicture"
  | "group"
  | "ungroup"
  | "toggleLock"
  | "unlockAll"
  | "alignLeft"
  | "alignCenter"
  | "alignRight"
  | "alignTop"
  | "alignMiddle"
  | "alignBottom"
  | "distributeHorizontally"
  | "distributeVertically"
  | "flipHorizontally"
  | "flipVertically"
  | "bringToFront"
  | "bringForward"
  | "sendBackward"
  | "sendToBack"
  | "nudgeLeft"
  | "nudgeRight"
  | "nudgeUp"
  | "nudgeDown"
  | "nudgeLeftFar"
  | "nudgeRightFar"
  | "nudgeUpFar"
  | "nudgeDownFar"
  | "keepTool"
  | "addPage"
  | "duplicatePage"
  | "clearPage"
  | "removePage"
  | "nextPage"
  | "previousPage"
  | "importFile"
  | "exportAs"
  | "exportPng"
  | "exportSvg"
  | "exportPdf"
  | "exportJson"
  | "zoomIn"
  | "zoomOut"
  | "zoomReset"
  | "zoomToFit"
  | "zoomToSelection"
  | "showShortcuts"
  | "toggleGrid"
  | "toggleSnapping"
  | "largerText"
  | "smallerText"
  | "goToColor"
  | "goToFill"
  | "toggleZen";

/** What a key, a menu or a button can ask for. */
export type Command = ToolCommand | ActionCommand;

/**
 * The keys of commands: `Mod` (control, or command on a Mac), `Alt` and `Shift` in this order, then the key as
 * `KeyboardEvent.key` has it, a letter as a capital. The first is the one that is shown where there is room for one. Of several commands with the same
 * keys, the first that is possible is meant.
 */
export const COMMAND_KEYS: { readonly [C in Command]?: readonly string[] } = {
  "tool.select": ["V", "1"],
  "tool.hand": ["H"],
  "tool.pen": ["P", "7", "X"],
  "tool.lasso": ["Shift+L"],
  "tool.highlighter": ["Shift+P"],
  "tool.eraser": ["E", "0"],
  "tool.laser": ["K"],
  "tool.rectangle": ["R", "2"],
  "tool.ellipse": ["O", "4"],
  "tool.diamond": ["D", "3"],
  "tool.line": ["L", "6"],
  "tool.arrow": ["A", "5"],
  "tool.text": ["T", "8"],
  "tool.note": ["N"],
  "tool.frame": ["F"],
  "tool.image": ["I", "9"],
  keepTool: ["Q"],
  undo: ["Mod+Z"],
  redo: ["Mod+Shift+Z", "Mod+Y"],
  cut: ["Mod+X"],
  copy: ["Mod+C"],
  paste: ["Mod+V"],
  pasteInPlace: ["Mod+Shift+V"],
  copyPng: ["Alt+Shift+C"],
  copyStyle: ["Mod+Alt+C"],
  pasteStyle: ["Mod+Alt+V"],
  duplicate: ["Mod+D"],
  delete: ["Delete", "Backspace"],
  selectAll: ["Mod+A"],
  selectLeft: ["Mod+ArrowLeft"],
  selectRight: ["Mod+ArrowRight"],
  selectUp: ["Mod+ArrowUp"],
  selectDown: ["Mod+ArrowDown"],
  cancel: ["Escape"],
  place: ["Enter"],
  edit: ["Enter", "F2"],
  goToStyle: ["Mod+Enter"],
  goToColor: ["S"],
  goToFill: ["G"],
  // Without shift: where the sign is printed without it. Full stop and comma: what a Mac calls the keys with command.
  largerText: ["Mod+Shift+>", "Mod+>", "Mod+Shift+."],
  smallerText: ["Mod+Shift+<", "Mod+<", "Mod+Shift+,"],
  group: ["Mod+G"],
  ungroup: ["Mod+Shift+G"],
  toggleLock: ["Mod+Shift+L"],
  alignLeft: ["Alt+A"],
  alignCenter: ["Alt+H"],
  alignRight: ["Alt+D"],
  alignTop: ["Alt+W"],
  alignMiddle: ["Alt+V"],
  alignBottom: ["Alt+S"],
  distributeHorizontally: ["Alt+Shift+H"],
  distributeVertically: ["Alt+Shift+V"],
  flipHorizontally: ["Shift+H"],
  flipVertically: ["Shift+V"],
  bringToFront: ["]"],
  bringForward: ["Alt+]", "Mod+]"],
  sendBackward: ["Alt+[", "Mod+["],
  sendToBack: ["["],
  nudgeLeft: ["ArrowLeft"],
  nudgeRight: ["ArrowRight"],
  nudgeUp: ["ArrowUp"],
  nudgeDown: ["ArrowDown"],
  nudgeLeftFar: ["Shift+ArrowLeft"],
  nudgeRightFar: ["Shift+ArrowRight"],
  nudgeUpFar: ["Shift+ArrowUp"],
  nudgeDownFar: ["Shift+ArrowDown"],
  nextPage: ["PageDown"],
  previousPage: ["PageUp"],
  importFile: ["Mod+O"],
  exportJson: ["Mod+S"],
  exportPng: ["Mod+Shift+E"],
  zoomIn: ["+", "=", "Mod++", "Mod+="],
  zoomOut: ["-", "Mod+-"],
  zoomReset: ["Shift+0", "Mod+0"],
  zoomToFit: ["Shift+1"],
  zoomToSelection: ["Shift+2"],
  toggleGrid: ["Mod+'"],
  toggleSnapping: ["Alt+Shift+S"],
  toggleZen: ["Alt+Z", "Mod+."],
  showShortcuts: ["?"],
};

/**
 * The keys of a command as `aria-keyshortcuts` has them: alternatives with spaces between, keys of one with `+`. Empty
 * when it has none.
 */
export function keysOf(command: Command): string {
  const chords = COMMAND_KEYS[command] ?? [];
  return chords.flatMap((chord) => (isMod(chord) ? [onPc(chord), onMac(chord)] : [chord]).map(named)).join(" ");
}

function isMod(keys: string): boolean {
  return keys.startsWith("Mod+");
}

function onPc(keys: string): string {
  return keys.replace("Mod+", "Control+");
}

function onMac(keys: string): string {
  return keys.replace("Mod+", "Meta+");
}

/** A plus sign joins keys, so the key of that sign is written as its name. */
function named(keys: string): string {
  return keys === "+" || keys.endsWith("++") ? `${keys.slice(0, -1)}Plus` : keys;
}
