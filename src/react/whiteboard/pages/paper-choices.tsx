import Grid3x3 from "lucide-react/icons/grid-3x3";
import Grip from "lucide-react/icons/grip";
import AlignJustify from "lucide-react/icons/align-justify";
import Square from "lucide-react/icons/square";
import type { ReactNode } from "react";
import { fillColor, pageColor, type Theme } from "../../../picture/palette.js";
import type { PageId } from "../../../signal/ids.js";
import { useMessages } from "../../context.js";
import { Toolbar } from "../../parts/toolbar.js";
import { useBoard } from "../../use-board.js";
import type { Editor } from "../editor.js";
import { Choice, Choices } from "../style/choice.js";
import { Swatch } from "../style/colors.js";
import { setPaper } from "./set-paper.js";

const PATTERNS = ["plain", "grid", "dots", "lines"] as const;
const ICONS: Readonly<Record<(typeof PATTERNS)[number], ReactNode>> = {
  plain: <Square />,
  grid: <Grid3x3 />,
  dots: <Grip />,
  lines: <AlignJustify />,
};

/** Paper is a hint of these; `""` is the theme's own page. */
const PAPERS = ["", "grey", "yellow", "green", "blue", "red"] as const;

export interface PaperChoicesProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly page: PageId;
}

/** What lies below the shapes of the page that is shown. */
export function PaperChoices({ editor, theme, page }: PaperChoicesProps) {
  const messages = useMessages();
  const paper = useBoard(editor.client, (board) => board.pages[page]?.paper ?? null) ?? null;
  const pattern = paper?.pattern ?? "plain";
  const color = paper?.color ?? "";
  return (
    <Toolbar label={messages.paper} className="inktape-paper" orientation="both" isPanel={false}>
      <Choices label={messages.paperPattern}>
        {PATTERNS.map((name) => (
          <Choice
            key={name}
            label={messages.paperPatternName[name]}
            isChosen={pattern === name}
            onChoose={() => setPaper(editor, page, { pattern: name })}
          >
            {ICONS[name]}
          </Choice>
        ))}
      </Choices>
      <Choices label={messages.paperColor}>
        {PAPERS.map((value) => (
          <Choice
            key={value}
            label={value === "" ? messages.plainPaper : messages.colorName[value]}
            isChosen={color === value}
            onChoose={() => setPaper(editor, page, { color: value })}
          >
            <Swatch color={value === "" ? pageColor(theme) : fillColor(value, theme)} />
          </Choice>
        ))}
      </Choices>
    </Toolbar>
  );
}
