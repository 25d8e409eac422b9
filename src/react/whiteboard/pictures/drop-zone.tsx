import { type RefObject, useEffect, useState } from "react";
import { listen } from "../../../canvas/listen.js";
import { useMessages } from "../../context.js";
import { paste } from "../clipboard/paste.js";
import type { Editor } from "../editor.js";
import { droppedFiles } from "./dropped-files.js";
import { mayEdit, mayPut } from "../may-edit.js";
import type { PictureDesk } from "./picture-desk.js";

export interface DropZoneProps {
  readonly editor: Editor;
  readonly desk: PictureDesk;
  /** What things can be dropped on. */
  readonly root: RefObject<HTMLElement | null>;
}

/** Takes what is dropped on the board; says that it does while something is held over it. */
export function DropZone({ editor, desk, root }: DropZoneProps) {
  const { picture } = useMessages();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer || !isWelcome(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setOver(mayEdit(editor));
    };
    const leave = (event: DragEvent) => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer || !isWelcome(event.dataTransfer)) return;
      // Whatever comes of it, the browser must not go to the file instead.
      event.preventDefault();
      if (!mayPut(editor)) return;
      const { left, top } = element.getBoundingClientRect();
      const at = editor.view.toBoard({ x: event.clientX - left, y: event.clientY - top });
      droppedFiles(event.dataTransfer).then(
        (files) => files.length > 0 && paste(editor, { text: "", files }, at),
        () => desk.tellProblem({ name: picture.tools, code: "offline" }),
      );
    };
    const ends = [
      listen(element, "dragenter", over),
      listen(element, "dragover", over),
      listen(element, "dragleave", leave),
      listen(element, "drop", drop),
    ];
    return () => ends.forEach((end) => end());
  }, [editor, desk, root, picture]);
  if (!isOver) return null;
  return (
    <div className="inktape-drop" aria-hidden="true">
      <span className="inktape-badge">{picture.drop}</span>
    </div>
  );
}

/** True for files, and for pictures of other pages. What is dragged within the page itself has neither. */
function isWelcome({ types }: DataTransfer): boolean {
  return types.includes("Files") || types.includes("text/uri-list");
}
