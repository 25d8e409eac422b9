import { type ChangeEvent, useEffect, useRef } from "react";
import { PICTURE_TYPES } from "../../../signal/media-type.js";
import { useMessages } from "../../context.js";
import type { PictureDesk } from "./picture-desk.js";

const PICTURES = PICTURE_TYPES.join(",");
const PICTURES_AND_PDF = `${PICTURES},application/pdf`;

/** The platform's own dialog for files, opened when the desk asks for some. */
export function PictureInput({ desk, onPicked }: { readonly desk: PictureDesk; readonly onPicked: () => void }) {
  const { picture } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = field.current;
    if (!input) return;
    const open = () => {
      const picking = desk.picking.get();
      if (!picking) return;
      const isReplacing = "replacing" in picking;
      input.accept = isReplacing ? PICTURES : PICTURES_AND_PDF;
      input.multiple = !isReplacing;
      input.click();
    };
    const cancel = () => desk.picking.set(null);
    input.addEventListener("cancel", cancel);
    const unfollow = desk.picking.subscribe(open);
    return () => {
      unfollow();
      input.removeEventListener("cancel", cancel);
    };
  }, [desk]);

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    const picking = desk.picking.get();
    // So that the same file can be chosen again.
    event.target.value = "";
    desk.picking.set(null);
    const [first] = files;
    if (!first) return;
    if (picking && "replacing" in picking) void desk.replace(picking.replacing, first);
    else void desk.add(files, picking?.at);
    onPicked();
  };
  return (
    <input
      ref={field}
      type="file"
      className="inktape-hidden"
      tabIndex={-1}
      aria-label={picture.choose}
      onChange={take}
    />
  );
}
