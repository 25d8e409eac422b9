import type { ConnectionState } from "../client/room-client.js";
import type { ActionCommand } from "../canvas/keymap.js";
import type { ToolName } from "../canvas/tool.js";
import type { Fill } from "../signal/shape.js";
import type { VoidReason } from "../signal/signal.js";

/** Every sentence and label that a person sees or hears. Override any of them with the provider's `messages`. */
export interface Messages {
  // Both components
  readonly whiteboardOf: (room: string) => string;
  readonly replayOf: (room: string) => string;
  readonly canvas: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly unreachable: string;
  readonly pages: string;
  readonly pageOf: (name: string, index: number, count: number) => string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: (percent: number) => string;
  readonly zoomFit: string;
  readonly people: string;
  readonly person: (name: string, isSelf: boolean) => string;
  readonly morePeople: (count: number) => string;

  // Whiteboard
  readonly tools: string;
  readonly tool: Readonly<Record<ToolName, string>>;
  /** What menus, tips and the sheet of keys call a command. */
  readonly command: Readonly<Record<ActionCommand, string>>;
  readonly undo: string;
  readonly redo: string;
  readonly style: string;
  readonly showStyle: string;
  readonly color: string;
  readonly colorName: (name: string) => string;
  readonly width: string;
  readonly widthName: (size: number) => string;
  readonly fill: string;
  readonly fillName: Readonly<Record<Fill, string>>;
  readonly fontSize: string;
  readonly fontSizeName: (size: number) => string;
  readonly addPage: string;
  /** The name a new page is given; it becomes part of the recording. */
  readonly newPageName: (number: number) => string;
  /** The name a copy of a page is given; it becomes part of the recording. */
  readonly pageCopyName: (name: string) => string;
  readonly connection: Readonly<Record<ConnectionState, string>>;
  readonly offlineHint: string;
  readonly pending: (count: number) => string;
  readonly recording: string;
  readonly recordingHint: string;
  readonly readOnly: string;
  readonly readOnlyHint: string;
  readonly locked: string;
  readonly lockedHint: string;
  /** Why something that was done is gone again; `other` for reasons of newer versions. */
  readonly refused: Readonly<Record<VoidReason | "other", string>>;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly emptyReadOnly: string;
  readonly textEditor: string;
  readonly guest: string;

  // Replay
  readonly controls: string;
  readonly play: string;
  readonly pause: string;
  readonly playAgain: string;
  readonly back: (seconds: number) => string;
  readonly forward: (seconds: number) => string;
  readonly seek: string;
  readonly positionOf: (position: string, duration: string, wall: string) => string;
  readonly elapsed: string;
  readonly wallTime: string;
  readonly rate: string;
  readonly rateName: (rate: number) => string;
  readonly skipIdle: string;
  readonly follow: string;
  readonly live: string;
  readonly jumpToLive: string;
  readonly fullScreen: string;
  readonly leaveFullScreen: string;
  readonly loadingFirst: string;
  readonly buffering: string;
  readonly waitingForMore: string;
  readonly ended: string;
  readonly emptyRange: (from: string | null, to: string | null) => string;
  readonly clamped: (from: string, to: string) => string;
  readonly failed: string;
  readonly skippedBlocks: (count: number) => string;
}

const SECONDS = (count: number) => (count === 1 ? "1 second" : `${count} seconds`);

/** The messages as inktape ships them. */
export const ENGLISH: Messages = {
  whiteboardOf: (room) => `Whiteboard ${room}`,
  replayOf: (room) => `Recording of ${room}`,
  canvas: "Board",
  loading: "Opening the board…",
  tryAgain: "Try again",
  unreachable: "The room cannot be reached",
  pages: "Pages",
  pageOf: (name, index, count) => `${name}, page ${index} of ${count}`,
  zoom: "Zoom",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomReset: (percent) => `${percent} %, set to 100 %`,
  zoomFit: "Zoom to fit",
  people: "People",
  person: (name, isSelf) => (isSelf ? `${name} (you)` : name),
  morePeople: (count) => `${count} more`,

  tools: "Tools",
  tool: {
    select: "Select",
    hand: "Hand",
    pen: "Pen",
    highlighter: "Highlighter",
    eraser: "Eraser",
    laser: "Laser pointer",
    rectangle: "Rectangle",
    ellipse: "Ellipse",
    diamond: "Diamond",
    triangle: "Triangle",
    star: "Star",
    line: "Line",
    arrow: "Arrow",
    text: "Text",
    note: "Sticky note",
    frame: "Frame",
  },
  command: {
    undo: "Undo",
    redo: "Redo",
    cut: "Cut",
    copy: "Copy",
    paste: "Paste",
    pasteInPlace: "Paste in place",
    copyPng: "Copy as PNG",
    copySvg: "Copy as SVG",
    copyStyle: "Copy style",
    pasteStyle: "Paste style",
    duplicate: "Duplicate",
    delete: "Delete",
    selectAll: "Select all",
    cancel: "Deselect",
    edit: "Edit text",
    group: "Group",
    ungroup: "Ungroup",
    toggleLock: "Lock or unlock",
    unlockAll: "Unlock everything on this page",
    alignLeft: "Align left",
    alignCenter: "Align centres",
    alignRight: "Align right",
    alignTop: "Align top",
    alignMiddle: "Align middles",
    alignBottom: "Align bottom",
    distributeHorizontally: "Space evenly across",
    distributeVertically: "Space evenly down",
    flipHorizontally: "Flip left to right",
    flipVertically: "Flip upside down",
    bringToFront: "Bring to front",
    bringForward: "Bring forward",
    sendBackward: "Send backward",
    sendToBack: "Send to back",
    nudgeLeft: "Move left a little",
    nudgeRight: "Move right a little",
    nudgeUp: "Move up a little",
    nudgeDown: "Move down a little",
    nudgeLeftFar: "Move left",
    nudgeRightFar: "Move right",
    nudgeUpFar: "Move up",
    nudgeDownFar: "Move down",
    keepTool: "Keep the tool after drawing",
    addPage: "Add a page",
    duplicatePage: "Duplicate this page",
    clearPage: "Clear this page",
    removePage: "Delete this page",
    nextPage: "Next page",
    previousPage: "Previous page",
    importFile: "Open a file",
    exportPng: "Save as PNG",
    exportSvg: "Save as SVG",
    exportPdf: "Save all pages as PDF",
    exportJson: "Save as a file",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomReset: "Zoom to 100 %",
    zoomToFit: "Zoom to fit",
    zoomToSelection: "Zoom to the selection",
    showShortcuts: "Keyboard shortcuts",
  },
  undo: "Undo",
  redo: "Redo",
  style: "Style",
  showStyle: "Colour and width",
  color: "Colour",
  colorName: (name) => name.charAt(0).toUpperCase() + name.slice(1),
  width: "Width",
  widthName: (size) => `Width ${size}`,
  fill: "Fill",
  fillName: { none: "No fill", hachure: "Hatched", solid: "Solid" },
  fontSize: "Text size",
  fontSizeName: (size) => `Text size ${size}`,
  addPage: "Add a page",
  newPageName: (number) => `Page ${number}`,
  pageCopyName: (name) => `Copy of ${name}`,
  connection: {
    connecting: "Connecting…",
    online: "Online",
    suspended: "Cannot be saved right now",
    offline: "Offline",
    denied: "No access",
    closed: "Closed",
  },
  offlineHint: "Drawing goes on and will be sent.",
  pending: (count) => (count === 1 ? "1 change to send" : `${count} changes to send`),
  recording: "Recording",
  recordingHint: "Everything on this board is being recorded.",
  readOnly: "View only",
  readOnlyHint: "You can look and point, but not draw.",
  locked: "Locked page",
  lockedHint: "Only an admin can change this page.",
  refused: {
    role: "You may not do that here any more.",
    locked: "This page is locked.",
    shapes: "This board is full. Remove something first.",
    pages: "There can be no more pages on this board.",
    shared: "The board's shared state is full.",
    points: "This stroke is too long.",
    text: "This text is too long.",
    redacted: "This was taken out of the recording.",
    other: "The room did not take this.",
  },
  emptyTitle: "This page is empty",
  emptyHint: "Draw anywhere. Everyone in the room sees it as you go.",
  emptyReadOnly: "You will see what others draw as they go.",
  textEditor: "Text. Escape when done.",
  guest: "Guest",

  controls: "Playback",
  play: "Play",
  pause: "Pause",
  playAgain: "Play again",
  back: (seconds) => `Back ${SECONDS(seconds)}`,
  forward: (seconds) => `Forward ${SECONDS(seconds)}`,
  seek: "Position",
  positionOf: (position, duration, wall) => `${position} of ${duration}, ${wall}`,
  elapsed: "Elapsed and total time",
  wallTime: "When this happened",
  rate: "Speed",
  rateName: (rate) => `${rate}×`,
  skipIdle: "Skip pauses",
  follow: "Follow the drawing",
  live: "Live",
  jumpToLive: "Jump to live",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  loadingFirst: "Opening the recording…",
  buffering: "Loading…",
  waitingForMore: "This is live. Waiting for more to happen.",
  ended: "The end",
  emptyRange: (from, to) => {
    if (from !== null && to !== null) return `Nothing was recorded between ${from} and ${to}.`;
    if (from !== null) return `Nothing was recorded after ${from}.`;
    if (to !== null) return `Nothing was recorded before ${to}.`;
    return "Nothing has been recorded in this room yet.";
  },
  clamped: (from, to) => `Less was recorded than was asked for. This is ${from} to ${to}.`,
  failed: "This recording cannot be shown.",
  skippedBlocks: (count) =>
    count === 1 ? "One damaged part was passed over." : `${count} damaged parts were passed over.`,
};
