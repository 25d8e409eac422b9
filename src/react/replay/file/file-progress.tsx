import type { Store } from "../../../store/store.js";
import { useMessages } from "../../context.js";
import { useValue } from "../../use-store.js";

/** Says how much of a file has come that is fetched as a whole. */
export function FileProgress({ progress }: { readonly progress: Store<number | null> }) {
  const messages = useMessages();
  const share = useValue(progress);
  if (share === null) return null;
  return (
    <div className="inktape-toast">
      <p className="inktape-badge">{messages.past.loaded(messages.percent(Math.floor(share * 100)))}</p>
    </div>
  );
}
