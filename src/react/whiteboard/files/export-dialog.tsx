import ImageDown from "lucide-react/icons/image-down";
import { useState } from "react";
import type { Theme } from "../../../picture/palette.js";
import { isInktapeError } from "../../../signal/errors.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Choice, ChoiceRow } from "../../parts/choices.js";
import { Dialog } from "../../parts/dialog.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { type ExportChoices, type ExportFormat, SCALES } from "../export-choices.js";
import { copyPictureOf, savePictureOf, themeOf } from "./export-board.js";

export interface ExportDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

const FORMATS: readonly ExportFormat[] = ["png", "svg", "pdf"];
const THEMES: readonly Theme[] = ["light", "dark"];

/** How a picture of the board is to be: its format, what is on it, how large, on which ground. */
export function ExportDialog({ editor, onClose }: ExportDialogProps) {
  const messages = useMessages();
  const { exchange } = messages;
  const choices = useValue(editor.choices.exporting);
  const selection = useValue(editor.selection);
  const [isWhole, setWhole] = useState(selection.length === 0);
  const [isBusy, setBusy] = useState(false);
  const { format, scale, hasBackground } = choices;
  const choose = (change: Partial<ExportChoices>) => editor.choices.exporting.set({ ...choices, ...change });
  const act = async (make: typeof savePictureOf) => {
    setBusy(true);
    try {
      await make(editor, choices, isWhole || selection.length === 0 ? undefined : selection);
      onClose();
    } catch (error) {
      const reason = isInktapeError(error) ? error.message : String(error);
      editor.notice.set({ kind: "failed", text: messages.exportFailed(reason) });
    } finally {
      setBusy(false);
    }
  };
  const parts = format === "pdf" ? (["pages"] as const) : (["page", "selection"] as const);
  const part = format === "pdf" ? "pages" : isWhole || selection.length === 0 ? "page" : "selection";
  // The ellipsis of the command says that a dialog follows: here it is.
  const title = messages.command.exportAs.replace(/\s*…$/, "");
  return (
    <Dialog title={title} isOpen onClose={onClose} className="inktape-export">
      <ChoiceRow label={exchange.format}>
        {FORMATS.map((each) => (
          <Choice
            key={each}
            label={exchange.formatName[each]}
            isChosen={each === format}
            onChoose={() => choose({ format: each })}
          />
        ))}
      </ChoiceRow>
      <ChoiceRow label={exchange.part}>
        {parts.map((each) => (
          <Choice
            key={each}
            label={exchange.partName[each]}
            isChosen={each === part}
            isDisabled={each === "selection" && selection.length === 0}
            onChoose={() => setWhole(each !== "selection")}
          />
        ))}
      </ChoiceRow>
      {format === "png" && (
        <ChoiceRow label={exchange.scale}>
          {SCALES.map((each) => (
            <Choice
              key={each}
              label={exchange.scaleName(each)}
              isChosen={each === scale}
              onChoose={() => choose({ scale: each })}
            />
          ))}
        </ChoiceRow>
      )}
      <ChoiceRow label={messages.theme}>
        {THEMES.map((each) => (
          <Choice
            key={each}
            label={messages.themeName[each]}
            isChosen={each === themeOf(editor, choices)}
            onChoose={() => choose({ theme: each })}
          />
        ))}
      </ChoiceRow>
      <ChoiceRow label={exchange.background}>
        {([true, false] as const).map((each) => (
          <Choice
            key={String(each)}
            label={exchange.backgroundName[each ? "page" : "none"]}
            isChosen={each === hasBackground}
            onChoose={() => choose({ hasBackground: each })}
          />
        ))}
      </ChoiceRow>
      <footer>
        {format === "svg" && <small>{exchange.editableHint}</small>}
        {format !== "pdf" && (
          <Button
            label={messages.command.copy}
            isDisabled={isBusy}
            data-soft=""
            onClick={() => void act(copyPictureOf)}
          >
            {messages.command.copy}
          </Button>
        )}
        <Button
          label={messages.save}
          icon={<ImageDown />}
          isPrimary
          isDisabled={isBusy}
          onClick={() => void act(savePictureOf)}
        >
          {messages.save}
        </Button>
      </footer>
    </Dialog>
  );
}
