import { useDeferredValue, useEffect, useState } from "react";
import { listen } from "../../canvas/listen.js";
import { createReadingOrder, neighbourOf } from "../../canvas/reading-order.js";
import { useMessages } from "../context.js";
import { LiveRegion } from "../parts/live-region.js";
import { useValue } from "../use-store.js";
import { bringIntoView } from "./bring-into-view.js";
import { describeShape } from "./describe-shape.js";
import type { Editor } from "./editor.js";

export interface ShapeKeysProps {
  readonly editor: Editor;
  /** The canvas, which has the focus while its shapes are gone through. */
  readonly host: HTMLElement;
}

/**
 * Lets the tab key go through the shapes in the order they are read in, and says which one is selected. After the last
 * one, and after Escape, the tab key leaves the canvas.
 */
export function ShapeKeys({ editor, host }: ShapeKeysProps) {
  const messages = useMessages();
  const [inReadingOrder] = useState(createReadingOrder);
  // Of thousands of shapes it takes a moment to say which one is selected; the selection itself need not wait for that.
  const selection = useDeferredValue(useValue(editor.selection));
  useEffect(() => goThrough(editor, host, inReadingOrder), [editor, host, inReadingOrder]);
  const [id, ...others] = selection;
  if (id === undefined) return <LiveRegion text="" />;
  if (others.length > 0) return <LiveRegion text={messages.shapesSelected(selection.length)} />;
  const order = inReadingOrder(editor.board(), editor.context.page());
  const index = order.findIndex((shape) => shape.id === id);
  const shape = order[index];
  if (!shape) return <LiveRegion text="" />;
  const name = describeShape(shape, messages, editor.view.custom);
  return <LiveRegion text={messages.shapeOf(name, index + 1, order.length)} />;
}

function goThrough(
  editor: Editor,
  host: HTMLElement,
  inReadingOrder: ReturnType<typeof createReadingOrder>,
): () => void {
  const { context } = editor;
  let isLeaving = false;
  const press = (event: KeyboardEvent) => {
    if (event.target !== host) return;
    if (event.key === "Escape") isLeaving = true;
    if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey || isLeaving) return;
    const order = inReadingOrder(editor.board(), context.page());
    const next = neighbourOf(order, context.selection(), event.shiftKey ? -1 : 1);
    if (!next) {
      context.setSelection([]);
      return;
    }
    event.preventDefault();
    context.setSelection([next.id]);
    bringIntoView(editor, next);
  };
  const enter = () => {
    isLeaving = false;
  };
  const ends = [listen(host, "keydown", press), listen(host, "focus", enter), listen(host, "pointerdown", enter)];
  return () => ends.forEach((end) => end());
}
