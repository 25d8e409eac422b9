import { type KeyboardEvent, useEffect, useRef } from "react";
import { useMessages } from "../../context.js";
import type { PageName } from "../../pages.js";
import type { Editor } from "../editor.js";
import { renamePage } from "./page-actions.js";

export interface PageNameFieldProps {
  readonly editor: Editor;
  readonly page: PageName;
  readonly onDone: (how: { readonly isByKey: boolean }) => void;
}

/** A page's name, to be changed: Enter and leaving it keep what is written, Escape does not. */
export function PageNameField({ editor, page, onDone }: PageNameFieldProps) {
  const messages = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const end = (isKept: boolean, isByKey: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept && field.current) renamePage(editor, page.id, field.current.value);
    onDone({ isByKey });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    end(event.key === "Enter", true);
  };
  return (
    <input
      ref={field}
      className="inktape-field"
      aria-label={messages.pageName}
      defaultValue={page.name}
      maxLength={MAX_NAME}
      onKeyDown={press}
      onBlur={() => end(true, false)}
    />
  );
}

/** Characters; far below what a room takes. */
const MAX_NAME = 80;
