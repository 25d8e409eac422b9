import Ban from "lucide-react/icons/ban";
import Eye from "lucide-react/icons/eye";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import type { VoidReason } from "../../signal/signal.js";
import type { ReadOnlyReason } from "../people/read-only-reason.js";
import { useMessages } from "../context.js";

/** Says that everything is being recorded. */
export function RecordingBadge() {
  const messages = useMessages();
  return (
    <div className="inktape-badge inktape-rec" title={messages.recordingHint}>
      <span className="inktape-dot" />
      {messages.recording}
    </div>
  );
}

/** Says that the page shown is for admins to change. */
export function LockedBadge() {
  const messages = useMessages();
  return (
    <div className="inktape-badge" title={messages.lockedHint}>
      <LockKeyhole />
      {messages.locked}
    </div>
  );
}

/** Says why something that was just done is gone again. */
export function RefusalBadge({ reason }: { readonly reason: string }) {
  const { refused } = useMessages();
  return (
    <div className="inktape-badge" data-tone="warn" role="status">
      <Ban />
      {Object.hasOwn(refused, reason) ? refused[reason as VoidReason] : refused.other}
    </div>
  );
}

/** Says that this person cannot draw here, and why. */
export function ReadOnlyBadge({ reason }: { readonly reason: ReadOnlyReason }) {
  const messages = useMessages();
  return (
    <div className="inktape-badge">
      <Eye />
      <div>
        {messages.readOnly}
        <small>{messages.readOnlyHint[reason]}</small>
      </div>
    </div>
  );
}
