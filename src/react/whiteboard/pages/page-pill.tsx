import ChevronDown from "lucide-react/icons/chevron-down";
import Plus from "lucide-react/icons/plus";
import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { usePages } from "../../pages.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { Toolbar } from "../../parts/toolbar.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { PAGE_POPOVER } from "../late-parts.js";
import { CommandButton } from "../menus/command-button.js";

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
  const index = pages.findIndex(({ id }) => id === current);
  const name = pages[index]?.name ?? "";
  const place = `${index + 1}/${pages.length}`;
  return (
    <Toolbar label={messages.pages} className="inktape-pages">
      <LateControl
        part={PAGE_POPOVER}
        popup="dialog"
        trigger={
          <Button label={messages.allPages(`${name} ${place}`)} className="inktape-page-name">
            <span>{name}</span> <small>{place}</small>
            <ChevronDown />
          </Button>
        }
        props={{ editor, theme, pages, isReadOnly }}
      />
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
