import ChevronDown from "lucide-react/icons/chevron-down";
import Plus from "lucide-react/icons/plus";
import { lazy, Suspense, useState } from "react";
import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { usePages } from "../../pages.js";
import { Button } from "../../parts/button.js";
import { Popover } from "../../parts/popover.js";
import { Toolbar } from "../../parts/toolbar.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { CommandButton } from "../menus/command-controls.js";

/** Loaded when it is opened. */
const PagePanel = lazy(async () => ({ default: (await import("./page-panel.js")).PagePanel }));

export interface PagePillProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly isReadOnly: boolean;
  readonly isCompact: boolean;
}

/** The page that is shown and which one it is, a list of all, and the way to the ones beside it. */
export function PagePill({ editor, theme, isReadOnly, isCompact }: PagePillProps) {
  const messages = useMessages();
  const pages = usePages(editor.client.board, (board) => board);
  const current = useValue(editor.view.page);
  const [isOpen, setOpen] = useState(false);
  const index = pages.findIndex(({ id }) => id === current);
  const name = pages[index]?.name ?? "";
  const place = `${index + 1}/${pages.length}`;
  return (
    <Toolbar label={messages.pages} className="inktape-pages">
      <Popover
        label={messages.pages}
        className="inktape-page-panel"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button label={messages.allPages(`${name} ${place}`)} className="inktape-page-name">
            <span>{name}</span> <small>{place}</small>
            <ChevronDown />
          </Button>
        }
      >
        <Suspense fallback={<div className="inktape-spinner" />}>
          <PagePanel
            editor={editor}
            theme={theme}
            pages={pages}
            isReadOnly={isReadOnly}
            onDone={() => setOpen(false)}
          />
        </Suspense>
      </Popover>
      {!isCompact && pages.length > 1 && (
        <>
          <CommandButton editor={editor} command="previousPage" />
          <CommandButton editor={editor} command="nextPage" />
        </>
      )}
      {!isReadOnly && (
        <Button label={messages.command.addPage} icon={<Plus />} onClick={() => editor.addPage(messages.newPageName)} />
      )}
    </Toolbar>
  );
}
