import Crop from "lucide-react/icons/crop";
import ImageUp from "lucide-react/icons/image-up";
import MessageSquareText from "lucide-react/icons/message-square-text";
import { useLayoutEffect, useRef } from "react";
import { boundsOf } from "../../../board/bounds.js";
import { shapeAt } from "../../../board/leaves.js";
import type { ImageShape } from "../../../signal/shape.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Toolbar } from "../../parts/toolbar.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { DescriptionPanel } from "./description-panel.js";
import type { PictureDesk } from "./picture-desk.js";

export interface PictureBarProps {
  readonly editor: Editor;
  readonly desk: PictureDesk;
  readonly shape: ImageShape;
}

/** Screen pixels between a picture and what can be done with it. */
const GAP = 16;

/** What can be done with the picture that is selected, below it. */
export function PictureBar({ editor, desk, shape }: PictureBarProps) {
  const { picture: messages } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const isDescribing = useValue(desk.describing) === shape.id;
  useLayoutEffect(() => {
    const { view, client } = editor;
    const place = () => {
      const element = root.current;
      const now = shapeAt(editor.board(), shape.id);
      if (!element || !now) return;
      const { x, y, w, h } = boundsOf(now);
      const [from, to] = [view.toScreen({ x, y }), view.toScreen({ x: x + w, y: y + h })];
      const { width, height } = view.size.get();
      const { offsetWidth, offsetHeight } = element;
      const below = to.y + GAP;
      const top = below + offsetHeight + GAP <= height ? below : from.y - GAP - offsetHeight;
      element.style.left = `${within((from.x + to.x - offsetWidth) / 2, width - offsetWidth)}px`;
      element.style.top = `${within(top, height - offsetHeight)}px`;
    };
    place();
    const ends = [view.camera, view.size, client.board].map((store) => store.subscribe(place));
    return () => ends.forEach((end) => end());
  }, [editor, shape.id, isDescribing]);
  return (
    <div ref={root} className="inktape-picture-bar">
      {isDescribing ? (
        <DescriptionPanel key={shape.id} editor={editor} shape={shape} onDone={() => desk.describing.set(null)} />
      ) : (
        <Toolbar label={messages.tools}>
          <Button label={messages.crop} icon={<Crop />} onClick={() => desk.cropping.set(shape.id)} />
          <Button
            label={messages.replace}
            icon={<ImageUp />}
            onClick={() => desk.picking.set({ replacing: shape.id })}
          />
          <Button
            label={messages.describe}
            icon={<MessageSquareText />}
            onClick={() => desk.describing.set(shape.id)}
          />
        </Toolbar>
      )}
    </div>
  );
}

function within(value: number, most: number): number {
  return Math.max(GAP / 2, Math.min(value, most - GAP / 2));
}
