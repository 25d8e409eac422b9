import { type ReactNode, useEffect, useRef } from "react";
import type { PageId } from "../../signal/ids.js";
import { useMessages } from "../context.js";
import type { PageName } from "../pages.js";
import { Toolbar } from "./toolbar.js";

export interface PageBarProps {
  /** In their order. */
  readonly pages: readonly PageName[];
  readonly current: PageId;
  readonly onSelect: (page: PageId) => void;
  /** More controls after the pages. */
  readonly children?: ReactNode;
}

/** The board's pages as tabs. */
export function PageBar({ pages, current, onSelect, children }: PageBarProps) {
  const messages = useMessages();
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current, pages.length]);
  return (
    <Toolbar label={messages.pages} className="inktape-pages">
      <div className="inktape-pages-list">
        {pages.map((page, index) => (
          <button
            key={page.id}
            ref={page.id === current ? shown : null}
            type="button"
            className="inktape-button"
            data-soft=""
            aria-label={messages.pageOf(page.name, index + 1, pages.length)}
            aria-current={page.id === current ? "page" : undefined}
            onClick={() => onSelect(page.id)}
          >
            <span>{page.name}</span>
          </button>
        ))}
      </div>
      {children}
    </Toolbar>
  );
}
