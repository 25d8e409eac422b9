import Pointer from "lucide-react/icons/pointer";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useValue } from "../use-store.js";
import type { Choices } from "./choices.js";

/** While only a pen draws: the way back to drawing with fingers. */
export function PenModeExit({ choices }: { readonly choices: Pick<Choices, "isPenMode"> }) {
  const messages = useMessages();
  const isPenMode = useValue(choices.isPenMode);
  if (!isPenMode) return null;
  return (
    <div className="inktape-panel inktape-pen-mode">
      <Button label={messages.leavePenMode} icon={<Pointer />} onClick={() => choices.isPenMode.set(false)}>
        {messages.leavePenMode}
      </Button>
    </div>
  );
}
