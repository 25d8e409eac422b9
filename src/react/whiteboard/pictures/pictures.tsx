import { type RefObject, useEffect, useState } from "react";
import { shapeAt } from "../../../board/leaves.js";
import type { DecodedPicture } from "../../../canvas/pictures/decode-picture.js";
import { propOf } from "../../../signal/optional.js";
import type { ShapeId } from "../../../signal/ids.js";
import type { ImageShape } from "../../../signal/shape.js";
import { useMessages } from "../../context.js";
import { lateElement, useLate } from "../../parts/late.js";
import { LiveRegion } from "../../parts/live-region.js";
import { useBoard } from "../../use-board.js";
import { useStore, useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { CROP_EDITOR, PENDING_PICTURES, PICTURE_BAR } from "../late-parts.js";
import { DropZone } from "./drop-zone.js";
import type { PictureDesk } from "./picture-desk.js";
import { PictureInput } from "./picture-input.js";

export interface PicturesProps {
  readonly editor: Editor;
  readonly desk: PictureDesk;
  readonly canDraw: boolean;
  /** The whiteboard's own element. */
  readonly root: RefObject<HTMLElement | null>;
}

/** All that has to do with pictures and floats over the board. */
export function Pictures({ editor, desk, canDraw, root }: PicturesProps) {
  const { picture: messages } = useMessages();
  const selection = useValue(editor.selection);
  const tool = useValue(editor.choices.tool);
  const cropping = useValue(desk.cropping);
  const selected = useImage(editor, selection.length === 1 ? (selection[0] as ShapeId) : null);
  const hasPending = useStore(desk.pending, (pending) => pending.length > 0, false);
  const hasBar = canDraw && selected !== null && cropping === null && tool === "select";
  const PendingPictures = useLate(PENDING_PICTURES, hasPending);
  const PictureBar = useLate(PICTURE_BAR, hasBar);
  return (
    <>
      {canDraw && <PictureInput desk={desk} onPicked={() => editor.choices.tool.set("select")} />}
      <DropZone editor={editor} desk={desk} root={root} />
      {lateElement(PendingPictures, { editor, desk })}
      {canDraw && cropping !== null && <Cropping editor={editor} desk={desk} id={cropping} />}
      {hasBar && lateElement(PictureBar, { editor, desk, shape: selected })}
      <LiveRegion text={selected ? messages.selected(propOf(selected, "alt")) : ""} />
    </>
  );
}

/** The crop editor, once the picture is there; away again when the shape is gone. */
function Cropping({ editor, desk, id }: Omit<PicturesProps, "canDraw" | "root"> & { readonly id: ShapeId }) {
  const shape = useImage(editor, id);
  const page = useValue(editor.view.page);
  const [decoded, setDecoded] = useState<DecodedPicture | null>(null);
  const CropEditor = useLate(CROP_EDITOR, id);
  const asset = shape?.asset;
  const isShown = shape?.page === page;
  useEffect(() => {
    if (asset === undefined || !isShown) return desk.cropping.set(null);
    let isOver = false;
    void desk.images.load(asset).then((picture) => {
      if (isOver) return;
      if (picture) setDecoded(picture);
      else desk.cropping.set(null);
    });
    return () => void (isOver = true);
  }, [asset, isShown, desk]);
  if (!shape || !decoded) return null;
  return lateElement(CropEditor, { key: id, editor, shape, decoded, onDone: () => desk.cropping.set(null) });
}

/** The image of that id; null when there is none. */
function useImage(editor: Editor, id: ShapeId | null): ImageShape | null {
  return (
    useBoard(editor.client, (board) => {
      const shape = id === null ? undefined : shapeAt(board, id);
      return shape?.kind === "image" ? (shape as ImageShape) : null;
    }) ?? null
  );
}
