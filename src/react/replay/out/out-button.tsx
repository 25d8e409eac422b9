import Share from "lucide-react/icons/share";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { late, MissingPartContext } from "../../parts/late.js";
import { LateControl } from "../../parts/late-control.js";
import type { OutMenuProps } from "./out.js";

const OUT_MENU = late(async () => (await import("./out-menu.js")).OutMenu);

/** Everything that can be saved of a replay, and shared. */
export function OutButton({ out, player }: OutMenuProps) {
  const messages = useMessages();
  const trigger = <Button label={messages.out.menu} icon={<Share />} />;
  return (
    <MissingPartContext value={(tryAgain) => out.missing.set(tryAgain)}>
      <LateControl part={OUT_MENU} popup="menu" trigger={trigger} props={{ out, player }} />
    </MissingPartContext>
  );
}
