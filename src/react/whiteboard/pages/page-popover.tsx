import { useState } from "react";
import { useMessages } from "../../context.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Popover } from "../../parts/popover.js";
import { PagePanel, type PagePanelProps } from "./page-panel.js";

export type PagePopoverProps = Omit<PagePanelProps, "onDone">;

/** All pages, under a button, until one is chosen. */
export function PagePopover({ trigger, ...panel }: PagePopoverProps & LateControlPart) {
  const messages = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={messages.pages}
      className="inktape-page-panel"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
    >
      <PagePanel {...panel} onDone={() => setOpen(false)} />
    </Popover>
  );
}
