import type { EraserMode } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Toolbar } from "../../parts/toolbar.js";
import { useValue } from "../../use-store.js";
import type { Choices } from "../choices.js";

const MODES: readonly EraserMode[] = ["shapes", "ink"];

/** What the eraser takes. */
export function EraserPanel({ choices }: { readonly choices: Pick<Choices, "eraserMode"> }) {
  const messages = useMessages();
  const mode = useValue(choices.eraserMode);
  return (
    <Toolbar label={messages.eraser} className="inktape-style" orientation="both">
      <div className="inktape-words" role="radiogroup" aria-label={messages.eraser}>
        {MODES.map((name) => (
          <Button
            key={name}
            role="radio"
            label={messages.eraserMode[name]}
            aria-checked={mode === name}
            data-soft=""
            onClick={() => choices.eraserMode.set(name)}
          >
            {messages.eraserMode[name]}
          </Button>
        ))}
      </div>
    </Toolbar>
  );
}
