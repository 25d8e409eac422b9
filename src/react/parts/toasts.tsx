import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/toast";
import { useMessages } from "../context.js";
import { Button } from "./button.js";

/** A sentence that is shown for a while, with something to do about it. */
export interface Toast {
  /** Names it: one that comes again under the same id takes the place of the one before. */
  readonly id: string | number;
  readonly kind: "done" | "failed";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: Toast["id"]) => void;
}

/** How long a toast is there, in milliseconds, unless the pointer or the focus is in it. */
const DONE_MS = 6_000;
const FAILED_MS = 12_000;

/** Sentences at the foot of the board; F8 leads to them. A failure is read out at once, others when there is a pause. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  const messages = useMessages();
  return (
    <Radix.Provider label={messages.notices} swipeDirection="down">
      {toasts.map(({ id, kind, text, action }) => (
        <Radix.Root
          key={id}
          className="inktape-note"
          data-kind={kind}
          type={kind === "failed" ? "foreground" : "background"}
          duration={kind === "failed" ? FAILED_MS : DONE_MS}
          onEscapeKeyDown={leaveToLayer}
          onOpenChange={(isOpen) => (isOpen ? undefined : onDismiss(id))}
        >
          {kind === "failed" ? <CircleAlert /> : <CircleCheck />}
          <Radix.Description className="inktape-note-text">{text}</Radix.Description>
          {action && (
            <Radix.Action asChild altText={action.label}>
              <Button label={action.label} data-soft="" onClick={action.run}>
                {action.label}
              </Button>
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <Button label={messages.close} icon={<X />} />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="inktape-notes" label={messages.notices} />
    </Radix.Provider>
  );
}

/** What Escape closes alone, when it is pressed in it: what a toast says beside it may not have been read yet. */
const LAYERS = ".inktape-dialog, .inktape-menu, .inktape-popover";

function leaveToLayer(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest(LAYERS)) event.preventDefault();
}
