import { useLayoutEffect, useRef } from "react";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import type { PendingPicture, PictureDesk } from "./picture-desk.js";
import { problemText } from "./problem-text.js";
import { drawInto } from "./draw-into.js";

export interface PendingPicturesProps {
  readonly editor: Editor;
  readonly desk: PictureDesk;
}

/** Pictures that are on their way to the room, where they will be. */
export function PendingPictures({ editor, desk }: PendingPicturesProps) {
  const pending = useValue(desk.pending);
  const page = useValue(editor.view.page);
  return pending
    .filter((picture) => picture.page === page)
    .map((picture) => <Pending key={picture.id} editor={editor} desk={desk} pending={picture} />);
}

function Pending({ editor, desk, pending }: PendingPicturesProps & { readonly pending: PendingPicture }) {
  const { picture: messages } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { box, decoded, state } = pending;
  useLayoutEffect(() => {
    const { view } = editor;
    const place = () => {
      const { x, y } = view.toScreen(box);
      const { zoom } = view.camera.get();
      if (!root.current) return;
      root.current.style.transform = `translate(${x}px, ${y}px)`;
      root.current.style.inlineSize = `${box.w * zoom}px`;
      root.current.style.blockSize = `${box.h * zoom}px`;
    };
    place();
    return view.camera.subscribe(place);
  }, [editor, box]);
  useLayoutEffect(() => drawInto(canvas.current, decoded.image, box.w, box.h), [decoded, box]);
  return (
    <div ref={root} className="inktape-pending" data-state={state} dir="ltr">
      <canvas ref={canvas} aria-hidden="true" />
      <div className="inktape-pending-note inktape-panel" role="status" dir="auto">
        {state === "failed" ? (
          <>
            <span>{problemText(messages, pending.problem)}</span>
            <Button label={messages.retry} onClick={() => desk.retry(pending.id)}>
              {messages.retry}
            </Button>
          </>
        ) : (
          <>
            <span className="inktape-spinner" />
            <span>{state === "waiting" ? messages.waiting : messages.sending}</span>
          </>
        )}
        {state !== "sending" && (
          <Button label={messages.remove} onClick={() => desk.discard(pending.id)}>
            {messages.remove}
          </Button>
        )}
      </div>
    </div>
  );
}
