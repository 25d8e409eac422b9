import ImageDown from "lucide-react/icons/image-down";
import { type ReactNode, useState } from "react";
import type { Theme } from "../../../picture/palette.js";
import { isInktapeError } from "../../../signal/errors.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
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
      <Row label={exchange.format}>
        {FORMATS.map((each) => (
          <Option
            key={each}
            label={exchange.formatName[each]}
            isChosen={each === format}
            onChoose={() => choose({ format: each })}
          />
        ))}
      </Row>
      <Row label={exchange.part}>
        {parts.map((each) => (
          <Option
            key={each}
            label={exchange.partName[each]}
            isChosen={each === part}
            isDisabled={each === "selection" && selection.length === 0}
            onChoose={() => setWhole(each !== "selection")}
          />
        ))}
      </Row>
      {format === "png" && (
        <Row label={exchange.scale}>
          {SCALES.map((each) => (
            <Option
              key={each}
              label={exchange.scaleName(each)}
              isChosen={each === scale}
              onChoose={() => choose({ scale: each })}
            />
          ))}
        </Row>
      )}
      <Row label={messages.theme}>
        {THEMES.map((each) => (
          <Option
            key={each}
            label={messages.themeName[each]}
            isChosen={each === themeOf(editor, choices)}
            onChoose={() => choose({ theme: each })}
          />
        ))}
      </Row>
      <Row label={exchange.background}>
        {([true, false] as const).map((each) => (
          <Option
            key={String(each)}
            label={exchange.backgroundName[each ? "page" : "none"]}
            isChosen={each === hasBackground}
            onChoose={() => choose({ hasBackground: each })}
          />
        ))}
      </Row>
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

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="inktape-export-row">
      <legend>{label}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

interface OptionProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

function Option({ label, isChosen, isDisabled = false, onChoose }: OptionProps) {
  return (
    <Button label={label} aria-pressed={isChosen} isDisabled={isDisabled} data-soft="" onClick={onChoose}>
      {label}
    </Button>
  );
}
