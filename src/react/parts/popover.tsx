import * as Radix from "radix-ui/popover";
import type { ReactElement, ReactNode } from "react";
import { useSurface } from "./surface.js";
import { useOpen } from "./use-open.js";

export interface PopoverProps {
  /** The button that opens and closes it. */
  readonly trigger: ReactElement;
  /** What it is called. */
  readonly label: string;
  readonly className?: string;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly align?: "start" | "center" | "end";
  /** For one that other controls open or close as well. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** Controls in a panel beside a button; Escape and a press elsewhere close it. The board can be used meanwhile. */
export function Popover(props: PopoverProps) {
  const { trigger, label, className, side = "bottom", align = "start", isOpen, onOpenChange, children } = props;
  const { element } = useSurface();
  const open = useOpen(isOpen, onOpenChange);
  return (
    <Radix.Root open={open.isOpen} onOpenChange={open.setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={element}>
        <Radix.Content
          className={className ? `inktape-popover ${className}` : "inktape-popover"}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={10}
          alignOffset={align === "center" ? 0 : -5}
          collisionPadding={8}
          collisionBoundary={element}
          onKeyDown={open.onKeyDown}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
