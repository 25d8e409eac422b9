import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import type { ToastsProps } from "../parts/toasts.js";

/** What stands in for `Toasts` where they cannot be fetched, for their sentences must not get lost: they stay. */
export function PlainNotes({ toasts, onDismiss }: ToastsProps) {
  const { close } = useMessages();
  return (
    <div className="inktape-notes" role="alert">
      {toasts.map(({ id, kind, text, action }) => (
        <div key={id} className="inktape-note" data-kind={kind}>
          <span className="inktape-note-text">{text}</span>
          {action && (
            <Button label={action.label} data-soft="" onClick={() => (onDismiss(id), action.run())}>
              {action.label}
            </Button>
          )}
          <Button label={close} onClick={() => onDismiss(id)}>
            {close}
          </Button>
        </div>
      ))}
    </div>
  );
}
