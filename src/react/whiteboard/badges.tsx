import Eye from "lucide-react/icons/eye";
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

/** Says that this person cannot draw here. */
export function ReadOnlyBadge() {
  const messages = useMessages();
  return (
    <div className="inktape-badge" title={messages.readOnlyHint}>
      <Eye />
      {messages.readOnly}
    </div>
  );
}
