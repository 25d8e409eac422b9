import { useEffect, useRef, useState } from "react";
import { EMPTY_BOARD } from "../../../board/board.js";
import type { Theme } from "../../../picture/palette.js";
import type { PageId } from "../../../signal/ids.js";
import { useInktape } from "../../context.js";
import { throttled } from "../../throttle.js";
import type { Editor } from "../editor.js";
import { smallPictures } from "./small-pictures.js";

export interface PageThumbnailProps {
  readonly editor: Pick<Editor, "client" | "view" | "pictures">;
  readonly page: PageId;
  readonly theme: Theme;
}

/** A page that is being drawn on is pictured anew this often, in milliseconds. */
const EVERY_MS = 2000;
/** A page with more shapes is not pictured: that would stop the pen for a moment. */
const MOST_CHARACTERS = 2_000_000;

/** A small picture of a page, made when it comes into sight, and again from time to time while it changes. */
export function PageThumbnail({ editor, page, theme }: PageThumbnailProps) {
  const { client, view, pictures } = editor;
  const { clock } = useInktape();
  const place = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string | null>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    const board = throttled(client.board, EVERY_MS, clock);
    let isGone = false;
    let stop = () => {};
    const draw = async () => {
      const { pageSvg } = await import("../../../picture/page-svg.js");
      const now = board.get() ?? EMPTY_BOARD;
      if (isGone || !Object.hasOwn(now.pages, page) || now.pages[page]?.top === null) return;
      const small = pictures && smallPictures(pictures.images);
      const again = () => void (isGone || draw());
      const svg = pageSvg(now, page, {
        theme,
        shapes: view.custom.definitions,
        hrefOf: (asset) => small?.hrefOf(asset, again) ?? null,
      });
      if (svg.length <= MOST_CHARACTERS) setUrl(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    };
    const watch = new IntersectionObserver(([entry]) => {
      stop();
      stop = () => {};
      if (!entry?.isIntersecting) return;
      stop = board.subscribe(() => void draw());
      void draw();
    });
    watch.observe(place.current);
    return () => {
      isGone = true;
      stop();
      watch.disconnect();
    };
  }, [client, view, pictures, clock, page, theme]);
  return (
    <span ref={place} className="inktape-thumbnail" aria-hidden="true">
      {url !== null && <img src={url} alt="" draggable={false} />}
    </span>
  );
}
