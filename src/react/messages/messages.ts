import type { ConnectionState } from "../../client/room-client.js";
import type { ActionCommand } from "../../canvas/keymap.js";
import type { EraserMode, ToolName } from "../../canvas/tool.js";
import type { ColorName, Theme } from "../../picture/palette.js";
import type { PeopleMessages } from "../people/messages.js";
import type { ReadOnlyReason } from "../people/read-only-reason.js";
import type { ExchangeMessages } from "../exchange-messages.js";
import type { MediaMessages } from "../media-messages.js";
import type { ReplayMessages } from "../replay-messages.js";
import type { PastMessages } from "../past-messages.js";
import type { OutMessages } from "../out-messages.js";
import type { PictureMessages } from "../picture-messages.js";
import type { TimelineMessages } from "../timeline-messages.js";
import type { ShapeMessages } from "../shape-messages.js";
import type { Fill } from "../../signal/shape.js";
import type { VoidReason } from "../../signal/signal.js";

/** Every sentence and label that a person sees or hears. Override any of them with the provider's `messages`. */
export interface Messages extends ShapeMessages, PeopleMessages {
  /** Which way lines of the language run. */
  readonly direction: "ltr" | "rtl";

  // Both components
  readonly whiteboardOf: (room: string) => string;
  readonly replayOf: (room: string) => string;
  readonly canvas: string;
  readonly loading: string;
  readonly tryAgain: string;
  /** A part of the kit that is fetched only when it is needed could not be. */
  readonly partMissing: string;
  readonly close: string;
  /** Where sentences about what happened are. */
  readonly notices: string;
  readonly percent: (percent: number) => string;
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
  readonly shapes: string;
  readonly moreTools: string;
  /** The same, while one of them is in hand. */
  readonly moreToolsNow: (tool: string) => string;
  readonly history: string;
  readonly zoomOptions: (percent: string) => string;
  readonly menu: string;
  readonly boardMenu: string;
  readonly save: string;
  readonly theme: string;
  readonly themeName: Readonly<Record<Theme | "system", string>>;
  readonly order: string;
  readonly alignShapes: string;
  readonly groups: string;
  readonly selection: string;
  readonly shortcutGroup: Readonly<Record<"tools" | "view" | "arrange" | "edit", string>>;
  readonly style: string;
  readonly showStyle: string;
  readonly color: string;
  readonly colorName: Readonly<Record<ColorName, string>>;
  readonly customColor: string;
  readonly width: string;
  readonly widthName: (size: number) => string;
  readonly fill: string;
  readonly fillName: Readonly<Record<Fill, string>>;
  readonly fillColor: string;
  readonly fillLikeLine: string;
  readonly dash: string;
  readonly dashName: Readonly<Record<"solid" | "dashed" | "dotted", string>>;
  readonly roughness: string;
  readonly roughnessName: readonly [ruler: string, hand: string, hurry: string];
  /** How lines turn at the points they lead through. */
  readonly corners: string;
  readonly cornersName: Readonly<Record<"round" | "sharp", string>>;
  readonly eraser: string;
  readonly eraserMode: Readonly<Record<EraserMode, string>>;
  /** Leaves the mode in which only a pen draws, as it is once a pen was used. */
  readonly leavePenMode: string;
  readonly opacity: string;
  readonly font: string;
  readonly fontName: Readonly<Record<"hand" | "sans" | "serif" | "mono", string>>;
  readonly align: string;
  readonly alignName: Readonly<Record<"start" | "middle" | "end", string>>;
  readonly startHead: string;
  readonly endHead: string;
  readonly headName: Readonly<Record<"none" | "arrow" | "triangle" | "dot" | "bar", string>>;
  readonly fontSize: string;
  readonly fontSizeName: (size: number) => string;
  /** The button that shows the pages; `page` is what it shows itself, the name and place of one: begin with that. */
  readonly allPages: (page: string) => string;
  readonly pageMenu: (name: string) => string;
  readonly pageName: string;
  readonly renamePage: string;
  readonly movePageUp: string;
  readonly movePageDown: string;
  readonly lockPage: string;
  readonly pageDeleted: (name: string) => string;
  readonly paper: string;
  readonly paperPattern: string;
  readonly paperPatternName: Readonly<Record<"plain" | "grid" | "dots" | "lines", string>>;
  readonly paperColor: string;
  readonly plainPaper: string;
  /** The name a new page is given; it becomes part of the recording. */
  readonly newPageName: (number: number) => string;
  /** The name a copy of a page is given; it becomes part of the recording. */
  readonly pageCopyName: (name: string) => string;
  readonly commandFailed: (reason: string) => string;
  /** The browser does not let a page write to, or read from, the clipboard. */
  readonly copyRefused: string;
  readonly pasteRefused: string;
  readonly pasteFailed: (reason: string) => string;
  readonly nothingToPaste: string;
  readonly exportFailed: (reason: string) => string;
  readonly importFailed: (file: string) => string;
  readonly saved: (file: string) => string;
  readonly connection: Readonly<Record<ConnectionState, string>>;
  readonly offlineHint: string;
  readonly pending: (count: number) => string;
  readonly recording: string;
  readonly recordingHint: string;
  readonly readOnly: string;
  readonly readOnlyHint: Readonly<Record<ReadOnlyReason, string>>;
  readonly locked: string;
  readonly lockedHint: string;
  /** Why something that was done is gone again; `other` for reasons of newer versions. */
  readonly refused: Readonly<Record<VoidReason | "other", string>>;
  readonly picture: PictureMessages;
  readonly exchange: ExchangeMessages;
  readonly replay: ReplayMessages;
  readonly media: MediaMessages;
  readonly past: PastMessages;
  readonly out: OutMessages;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly emptyReadOnly: string;
  readonly textEditor: string;
  readonly guest: string;

  /** The way back from the mode in which nothing but the board is shown. */
  readonly leaveZen: string;
  /** Shows the page's shapes again when none of them is in view. */
  readonly backToDrawing: string;

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
  readonly timeline: TimelineMessages;
}
