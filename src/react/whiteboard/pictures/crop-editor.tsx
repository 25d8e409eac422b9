import Check from "lucide-react/icons/check";
import Maximize from "lucide-react/icons/maximize";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Box } from "../../../board/bounds.js";
import type { Point } from "../../../board/point.js";
import { turned } from "../../../board/transform.js";
import { cropOf, cropped, draggedCrop, wholeSize, type CropHandle } from "../../../canvas/pictures/crop.js";
import type { DecodedPicture } from "../../../canvas/pictures/decode-picture.js";
import { propOf } from "../../../signal/optional.js";
import type { ImageShape } from "../../../signal/shape.js";
import { useMessages } from "../../context.js";
import { useEvent } from "../../use-event.js";
import { Button } from "../../parts/button.js";
import { Toolbar } from "../../parts/toolbar.js";
import type { CropSide } from "../../picture-messages.js";
import type { Editor } from "../editor.js";
import { drawInto } from "./draw-into.js";

export interface CropEditorProps {
  readonly editor: Editor;
  readonly shape: ImageShape;
  readonly decoded: DecodedPicture;
  readonly onDone: () => void;
}

const HANDLES: readonly { readonly side: CropSide; readonly handle: CropHandle | null }[] = [
  { side: "all", handle: null },
  { side: "topLeft", handle: { x: -1, y: -1 } },
  { side: "top", handle: { x: 0, y: -1 } },
  { side: "topRight", handle: { x: 1, y: -1 } },
  { side: "right", handle: { x: 1, y: 0 } },
  { side: "bottomRight", handle: { x: 1, y: 1 } },
  { side: "bottom", handle: { x: 0, y: 1 } },
  { side: "bottomLeft", handle: { x: -1, y: 1 } },
  { side: "left", handle: { x: -1, y: 0 } },
];
/** A press of an arrow key moves a side by so much of the picture; with shift, ten times that. */
const KEY_STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const WHOLE: Box = { x: 0, y: 0, w: 1, h: 1 };

/**
 * The whole picture where it lies, with handles at the sides of the part that is shown. Enter and a press elsewhere are
 * done, Escape takes it back.
 */
export function CropEditor({ editor, shape, decoded, onDone }: CropEditorProps) {
  const { picture: messages } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState(() => cropOf(shape));
  const before = cropOf(shape);
  const whole = wholeSize(shape);
  const rotation = propOf(shape, "rotation");
  const [signX, signY] = [shape.w < 0 ? -1 : 1, shape.h < 0 ? -1 : 1];

  const place = useEvent(() => {
    const { view } = editor;
    const { style } = root.current ?? {};
    if (!style) return;
    const { zoom } = view.camera.get();
    const { x, y } = view.toScreen(shape);
    const [left, top] = [-before.x * whole.w * zoom, -before.y * whole.h * zoom];
    style.transform = `translate(${x}px, ${y}px) rotate(${rotation}rad) scale(${signX}, ${signY}) translate(${left}px, ${top}px)`;
    style.inlineSize = `${whole.w * zoom}px`;
    style.blockSize = `${whole.h * zoom}px`;
  });
  useLayoutEffect(() => {
    const { w, h } = wholeSize(shape);
    place();
    drawInto(canvas.current, decoded.image, w, h);
    return editor.view.camera.subscribe(place);
  }, [editor, shape, decoded, place]);
  useEffect(() => root.current?.querySelector<HTMLElement>("button")?.focus(), []);

  const finish = () => {
    if (crop !== before && !isSame(crop, before)) {
      editor.context.send([{ type: "shape.set", id: shape.id, props: cropped(shape, crop) }]);
    }
    onDone();
  };
  const leave = useRef(finish);
  leave.current = finish;
  useEffect(() => {
    const press = (event: Event) => {
      if (!root.current?.parentElement?.contains(event.target as Node)) leave.current();
    };
    document.addEventListener("pointerdown", press, { capture: true });
    return () => document.removeEventListener("pointerdown", press, { capture: true });
  }, []);

  const drag = (handle: CropHandle | null) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    const { zoom } = editor.view.camera.get();
    const [fromX, fromY, from] = [event.clientX, event.clientY, crop];
    const move = (at: globalThis.PointerEvent) => {
      const [dx, dy] = turned(at.clientX - fromX, at.clientY - fromY, -rotation);
      const by = { x: (signX * dx) / (whole.w * zoom), y: (signY * dy) / (whole.h * zoom) };
      setCrop(draggedCrop(from, handle, by));
    };
    target.addEventListener("pointermove", move);
    target.addEventListener("lostpointercapture", () => target.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  const nudge = (handle: CropHandle | null) => (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    const step = KEY_STEP * (event.shiftKey ? 10 : 1);
    setCrop(draggedCrop(crop, handle, { x: arrow.x * step * signX, y: arrow.y * step * signY }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter") return;
    event.preventDefault();
    finish();
  };
  const percent = (share: number) => `${share * 100}%`;
  const frame = { left: percent(crop.x), top: percent(crop.y), width: percent(crop.w), height: percent(crop.h) };
  return (
    <div role="group" aria-label={messages.cropping} className="inktape-crop" onKeyDown={onKeyDown}>
      <div ref={root} className="inktape-crop-whole" dir="ltr">
        <canvas ref={canvas} aria-hidden="true" />
        <div className="inktape-crop-frame" style={frame}>
          {HANDLES.map(({ side, handle }) => (
            <button
              key={side}
              type="button"
              className="inktape-crop-handle"
              data-side={side}
              aria-label={messages.cropHandle(side)}
              onPointerDown={drag(handle)}
              onKeyDown={nudge(handle)}
            />
          ))}
        </div>
      </div>
      <Toolbar label={messages.cropping} className="inktape-crop-tools">
        <Button label={messages.done} keys="Enter" icon={<Check />} isPrimary onClick={finish}>
          {messages.done}
        </Button>
        <Button label={messages.wholePicture} icon={<Maximize />} onClick={() => setCrop(WHOLE)} />
        <Button label={messages.cancel} keys="Escape" icon={<X />} onClick={onDone} />
      </Toolbar>
    </div>
  );
}

function isSame(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
