import type { Store, WritableStore } from "../store/store.js";
import { attachNavigation, capture } from "./attach-navigation.js";
import { isByPointer, selectForMenu } from "./context-menu.js";
import { createDevices } from "./devices.js";
import { listen } from "./listen.js";
import { attachLongPress } from "./long-press.js";
import { toolPointer } from "./pointer.js";
import { NO_MARKS } from "./tool-marks.js";
import type { AnyToolName, Drag, Tool, ToolContext, ToolPointer } from "./tool.js";
import { isTyping } from "./typing.js";
import { toolNamed, TOOLS } from "./tools/all-tools.js";
import { sixteenth } from "./tools/sixteenth.js";

export interface ToolsOptions {
  readonly tool: Store<AnyToolName>;
  /** Tools that the app has declared. */
  readonly custom?: Store<readonly Tool[]> | undefined;
  /** While true every tool pans; cursors are still sent. */
  readonly isReadOnly: Store<boolean>;
  /** Becomes true when a pen is used: from then on touches pan and pinch, and draw no more. The app may set it back. */
  readonly isPenMode: WritableStore<boolean>;
}

interface OpenDrag {
  pointer: number;
  readonly kind: ToolPointer["kind"];
  /** True when it tells where the pointer is, so that no cursor needs to. */
  readonly tellsPlace: boolean;
  readonly run: Drag;
  /** True while it goes on without a press. */
  isFree: boolean;
}

/** The button of a pen's blunt end. */
const ERASER_BUTTON = 5;

/**
 * Lets the pointer draw in `host`, the element of `context.view`; brings panning and zooming along
 * (attach-navigation.ts), so do not attach those as well. Only presses on the element itself count, not on what the
 * app puts into it. A `contextmenu` event reaches the element with the shape under the pointer selected. Returns what
 * ends it; a drag under way is taken back.
 */
export function attachTools(host: HTMLElement, context: ToolContext, options: ToolsOptions): () => void {
  const devices = createDevices(options.isPenMode);
  let drag: OpenDrag | null = null;
  let isPointing = false;
  let inHand = options.tool.get();
  /** The tools that the last two presses were made with. */
  let pressedWith: readonly AnyToolName[] = [];

  const pointerOf = (event: Parameters<typeof toolPointer>[2]) => toolPointer(host, context.camera(), event);
  const named = (name: AnyToolName) => toolNamed(name, options.custom?.get());
  const held = () => named(options.tool.get());
  const toolFor = (event: PointerEvent) => (event.button === ERASER_BUTTON ? TOOLS.eraser : held());

  const end = (isToolLeft = false) => {
    const ended = drag;
    drag = null;
    if (ended?.run.keep) ended.run.keep(isToolLeft);
    else ended?.run.cancel();
  };

  const down = (event: PointerEvent) => {
    pressedWith = [...pressedWith.slice(-1), options.tool.get()];
    if (event.target !== host || (event.button !== 0 && event.button !== ERASER_BUTTON)) return;
    if (options.isReadOnly.get() || devices.isPalm(event)) return;
    const pointer = pointerOf(event);
    // A hand is laid down before its pen: what it began is taken back.
    if (drag?.kind === "touch" && pointer.kind === "pen") end();
    if (drag?.isFree) takeOver(drag, event.pointerId, pointer);
    else if (!drag) start(toolFor(event), event.pointerId, pointer);
  };

  const start = (tool: Tool, id: number, pointer: ToolPointer) => {
    // What it draws says where the pointer is; a cursor left behind would be wrong at the end, and come back there.
    if (tool.tellsPlace) unpoint();
    const run = tool.down(pointer, context);
    if (!run) return;
    drag = { pointer: id, kind: pointer.kind, tellsPlace: tool.tellsPlace === true, run, isFree: false };
    capture(host, id);
  };

  const takeOver = (open: OpenDrag, id: number, pointer: ToolPointer) => {
    open.pointer = id;
    open.isFree = false;
    open.run.move(pointer);
    capture(host, id);
  };

  const move = (event: PointerEvent) => {
    const isDragging = drag !== null && (drag.isFree || drag.pointer === event.pointerId);
    if (devices.isPalm(event) || (!isDragging && event.pointerType === "touch")) return;
    const pointer = pointerOf(event);
    if (isDragging) drag?.run.move(pointer);
    if (!drag) hover(pointer);
    if (!drag?.tellsPlace) point(pointer);
  };

  const hover = (pointer: ToolPointer) => {
    const tool = held();
    if (!tool.hover || isPanning()) return;
    host.style.cursor = tool.hover(pointer, context);
  };

  const up = (event: PointerEvent) => {
    const ended = drag;
    if (ended?.pointer !== event.pointerId || ended.isFree) return;
    const pointer = pointerOf(event);
    drag = null;
    if (ended.run.up(pointer) === "open") {
      ended.isFree = true;
      drag = ended;
    } else if (event.pointerType !== "touch") hover(pointer);
    if (event.pointerType === "touch") unpoint();
    // A mouse stays where the stroke ended, and the others should go on seeing it; a pen leaves.
    else if (event.pointerType === "mouse" && ended.tellsPlace) point(pointer);
  };

  const lose = (event: PointerEvent) => {
    if (drag?.pointer === event.pointerId && !drag.isFree) end();
  };

  const point = ({ x, y }: ToolPointer) => {
    isPointing = true;
    context.send([{ type: "cursor", cursor: { page: context.page(), x: sixteenth(x), y: sixteenth(y) } }]);
  };
  const unpoint = () => {
    if (isPointing) context.send([{ type: "cursor", cursor: null }]);
    isPointing = false;
  };

  const leave = () => {
    unpoint();
    if (!drag) context.view.setMarks({ hover: [] });
  };

  const doubleClick = (event: MouseEvent) => {
    if (event.target !== host || options.isReadOnly.get()) return;
    // Presses that another tool had are not meant for the one that came of them.
    if (pressedWith.some((name) => name !== options.tool.get())) return;
    held().doubleClick?.(pointerOf(event), context);
  };

  const key = (event: KeyboardEvent) => {
    const isEnd = event.key === "Enter" && drag?.isFree === true && !isTyping(event.target);
    if (!drag || (event.key !== "Escape" && !isEnd)) return;
    event.stopPropagation();
    // A button that has the focus would be pressed by it.
    if (isEnd) event.preventDefault();
    end();
  };

  const menu = (event: MouseEvent) => {
    if (event.target !== host) return;
    // A pen or finger that is held still asks for a menu, which would end the stroke; only with nothing to draw it may.
    const isMeant = options.tool.get() === "select" && drag?.kind === "touch";
    if (drag && !isMeant) {
      event.preventDefault();
      return;
    }
    end();
    if (isByPointer(event) && !options.isReadOnly.get()) selectForMenu(pointerOf(event), context);
  };

  let isSpaceHeld = false;
  const isPanning = () => isSpaceHeld || options.isReadOnly.get();
  const showCursor = () => {
    const tool = isPanning() ? TOOLS.hand : held();
    host.style.cursor = tool.cursor;
    context.view.setMarks({ hover: [], hasHandles: tool.hasHandles === true });
  };
  const onSpace = (isHeld: boolean) => {
    isSpaceHeld = isHeld;
    showCursor();
  };
  const changeTool = () => {
    if (drag?.isFree) end(true);
    named(inHand).leave?.(context);
    inHand = options.tool.get();
    showCursor();
  };
  const { cursor } = host.style;
  showCursor();

  const noted = ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"] as const;
  const stop = [
    ...noted.map((type) => listen(host, type, devices.note, { capture: true })),
    attachLongPress(host, context.clock, (event) => !devices.isPalm(event)),
    attachNavigation(host, context.view, {
      isPrimary: () => options.isReadOnly.get(),
      onPinch: () => end(),
      onSpace,
      isMover: devices.isMover,
      isPalm: devices.isPalm,
    }),
    options.tool.subscribe(changeTool),
    options.isReadOnly.subscribe(() => {
      showCursor();
      if (options.isReadOnly.get()) end();
    }),
    listen(host, "pointerdown", down),
    listen(host, "pointermove", move),
    listen(host, "pointerup", up),
    listen(host, "pointercancel", lose),
    listen(host, "lostpointercapture", lose),
    listen(host, "pointerleave", leave),
    listen(host, "dblclick", doubleClick),
    // Before those who open it, so that they can tell that none is meant.
    listen(host, "contextmenu", menu, { capture: true }),
    listen(host.ownerDocument, "keydown", key, { capture: true }),
  ];
  return () => {
    end(true);
    named(inHand).leave?.(context);
    unpoint();
    for (const detach of stop) detach();
    context.view.setMarks(NO_MARKS);
    host.style.cursor = cursor;
  };
}
