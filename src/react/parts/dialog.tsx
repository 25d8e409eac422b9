import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useRef } from "react";
import { useMessages } from "../context.js";
import { Button } from "./button.js";
import { focusBoard } from "./focus-board.js";
import { useSurface } from "./surface.js";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A window over the board that holds the focus until it is closed, and then gives it back to who had it. */
export function Dialog({ title, isOpen, onClose, className, children }: DialogProps) {
  const messages = useMessages();
  const { element } = useSurface();
  const opener = useRef<Element | null>(null);
  // On the window itself: on its first control, which closes it, a tip would come up at once.
  const takeFocus = (event: Event) => {
    opener.current = document.activeElement;
    event.preventDefault();
    if (event.target instanceof HTMLElement) event.target.focus();
  };
  const giveBack = (event: Event) => {
    event.preventDefault();
    const before = opener.current;
    if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus();
    else if (element) focusBoard(element);
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal container={element}>
        <Radix.Overlay className="inktape-veil" />
        <Radix.Content
          className={className ? `inktape-dialog ${className}` : "inktape-dialog"}
          aria-describedby={undefined}
          onOpenAutoFocus={takeFocus}
          // A toast that came later takes the key for itself: it is the layer above.
          onKeyDown={(event) => event.key === "Escape" && onClose()}
          onCloseAutoFocus={giveBack}
        >
          <header>
            <Radix.Title>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button label={messages.close} icon={<X />} />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
