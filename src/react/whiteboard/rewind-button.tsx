import History from "lucide-react/icons/history";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useValue } from "../use-store.js";
import type { Choices } from "./choices.js";

/** Shows what was a moment ago. */
export function RewindButton({ choices }: { readonly choices: Choices }) {
  const messages = useMessages();
  const isLookingBack = useValue(choices.isLookingBack);
  return (
    <Button
      label={messages.past.lookBack}
      className="inktape-rewind-button"
      icon={<History data-directed="" />}
      aria-expanded={isLookingBack}
      onClick={() => choices.isLookingBack.set(true)}
    />
  );
}
