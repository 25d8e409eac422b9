import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { useMessages } from "../context.js";
import { Button } from "./button.js";
import { useSurface } from "./surface.js";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A window over the board that holds the focus until it is closed. */
export function Dialog({ title, isOpen, onClose, className, children }: DialogProps) {
  const messages = useMessages();
  const { element } = useSurface();
  return (
    <Radix.Root open={isOpen} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal container={element}>
        <Radix.Overlay className="inktape-veil" />
        <Radix.Content
          className={className ? `inktape-dialog ${className}` : "inktape-dialog"}
          aria-describedby={undefined}
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
