import type { Store } from "../store/store.js";
import { attachNavigation, capture } from "./attach-navigation.js";
import { listen } from "./listen.js";
import { toolPointer } from "./pointer.js";
import type { AnyToolName, Drag, Tool, ToolContext, ToolPointer } from "./tool.js";
import { toolNamed, TOOLS } from "./tools/all-tools.js";
import { sixteenth } from "./tools/sixteenth.js";

export interface ToolsOptions {
  readonly tool: Store<AnyToolName>;
  /** Tools that the app has declared. */
  readonly custom?: Store<readonly Tool[]> | undefined;
  /** While true every tool pans; cursors are still sent. */
  readonly isReadOnly: Store<boolean>;
}

interface OpenDrag {
  readonly pointer: number;
  readonly kind: ToolPointer["kind"];
  /** True when it tells where the pointer is, so that no cursor needs to. */
  readonly tellsPlace: boolean;
  readonly run: Drag;
}

/** The button of a pen's blunt end. */
const ERASER_BUTTON = 5;
/** For so long after a pen was seen, a touch is taken for the hand that holds it. Milliseconds. */
const PALM_MS = 3000;

/**
 * Lets the pointer draw in `host`, the element of `context.view`; brings panning and zooming along
 * (attach-navigation.ts), so do not attach those as well. Only presses on the element itself count, not on what the
 * app puts into it. Returns what ends it; a drag under way is taken back.
 */
export function attachTools(host: HTMLElement, context: ToolContext, options: ToolsOptions): () => void {
  let drag: OpenDrag | null = null;
  let penSeenAt = -Infinity;
  let isPointing = false;

  const pointerOf = (event: Parameters<typeof toolPointer>[2]) => toolPointer(host, context.camera(), event);
  const inHand = () => toolNamed(options.tool.get(), options.custom?.get());
  const toolFor = (event: PointerEvent) => (event.button === ERASER_BUTTON ? TOOLS.eraser : inHand());
  const noteDevice = ({ pointerType, timeStamp }: PointerEvent) => {
    if (pointerType === "pen") penSeenAt = timeStamp;
  };
  const isPalm = ({ pointerType, timeStamp }: PointerEvent) =>
    pointerType === "touch" && timeStamp - penSeenAt < PALM_MS;

  const end = (how: (run: Drag) => void) => {
    if (!drag) return;
    const { run } = drag;
    drag = null;
    how(run);
  };
  const cancel = () => end((run) => run.cancel());

  const down = (event: PointerEvent) => {
    noteDevice(event);
    if (event.target !== host || (event.button !== 0 && event.button !== ERASER_BUTTON)) return;
    if (options.isReadOnly.get() || isPalm(event)) return;
    const pointer = pointerOf(event);
    // A hand is laid down before its pen: what it began is taken back.
    if (drag?.kind === "touch" && pointer.kind === "pen") cancel();
    if (drag) return;
    const tool = toolFor(event);
    // What it draws says where the pointer is; a cursor left behind would be wrong at the end, and come back there.
    if (tool.tellsPlace) unpoint();
    const run = tool.down(pointer, context);
    if (!run) return;
    drag = { pointer: event.pointerId, kind: pointer.kind, tellsPlace: tool.tellsPlace === true, run };
    capture(host, event.pointerId);
  };

  const move = (event: PointerEvent) => {
    noteDevice(event);
    const isDragging = drag?.pointer === event.pointerId;
    if (isPalm(event) || (!isDragging && event.pointerType === "touch")) return;
    const pointer = pointerOf(event);
    if (isDragging) drag?.run.move(pointer);
    if (!drag?.tellsPlace) point(pointer);
  };

  const up = (event: PointerEvent) => {
    if (drag?.pointer !== event.pointerId) return;
    const pointer = pointerOf(event);
    const { tellsPlace } = drag;
    end((run) => run.up(pointer));
    if (event.pointerType === "touch") unpoint();
    // A mouse stays where the stroke ended, and the others should go on seeing it; a pen leaves.
    else if (event.pointerType === "mouse" && tellsPlace) point(pointer);
  };

  const lose = (event: PointerEvent) => {
    if (drag?.pointer === event.pointerId) cancel();
  };

  const point = ({ x, y }: ToolPointer) => {
    isPointing = true;
    context.send([{ type: "cursor", cursor: { page: context.page(), x: sixteenth(x), y: sixteenth(y) } }]);
  };
  const unpoint = () => {
    if (isPointing) context.send([{ type: "cursor", cursor: null }]);
    isPointing = false;
  };

  const doubleClick = (event: MouseEvent) => {
    if (event.target !== host || options.isReadOnly.get()) return;
    inHand().doubleClick?.(pointerOf(event), context);
  };

  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !drag) return;
    event.stopPropagation();
    cancel();
  };

  // A pen or finger that is held still asks for a menu, which would end the stroke.
  const menu = (event: MouseEvent) => {
    if (drag) event.preventDefault();
  };

  let isSpaceHeld = false;
  const showCursor = () => {
    const isPanning = isSpaceHeld || options.isReadOnly.get();
    host.style.cursor = (isPanning ? TOOLS.hand : inHand()).cursor;
  };
  const onSpace = (isHeld: boolean) => {
    isSpaceHeld = isHeld;
    showCursor();
  };
  const { cursor } = host.style;
  showCursor();

  const stop = [
    attachNavigation(host, context.view, { isPrimary: () => options.isReadOnly.get(), onPinch: cancel, onSpace }),
    options.tool.subscribe(showCursor),
    options.isReadOnly.subscribe(() => {
      showCursor();
      if (options.isReadOnly.get()) cancel();
    }),
    listen(host, "pointerdown", down),
    listen(host, "pointermove", move),
    listen(host, "pointerup", up),
    listen(host, "pointercancel", lose),
    listen(host, "lostpointercapture", lose),
    listen(host, "pointerleave", unpoint),
    listen(host, "dblclick", doubleClick),
    listen(host, "contextmenu", menu),
    listen(host.ownerDocument, "keydown", key, { capture: true }),
  ];
  return () => {
    cancel();
    unpoint();
    for (const detach of stop) detach();
    host.style.cursor = cursor;
  };
}
