import CloudOff from "lucide-react/icons/cloud-off";
import LockKeyhole from "lucide-react/icons/lock-keyhole";
import RefreshCw from "lucide-react/icons/refresh-cw";
import type { CSSProperties } from "react";
import type { ConnectionState, ConnectionStatus } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import type { Messages } from "../messages/messages.js";
import { Button } from "../parts/button.js";

export interface ConnectionBadgeProps {
  readonly status: ConnectionStatus;
  /** Whether there is anything that could be lost: what this person draws. */
  readonly canDraw: boolean;
  readonly onTryAgain: () => void;
}

const DOTS: Partial<Record<ConnectionState, string>> = {
  connecting: "var(--_warn)",
  online: "var(--_good)",
};

/** How the room is connected, and what a person can do about it. */
export function ConnectionBadge({ status, canDraw, onTryAgain }: ConnectionBadgeProps) {
  const messages = useMessages();
  const { state } = status;
  const hint = connectionHint(status, messages, canDraw);
  const dot = DOTS[state];
  return (
    <div className="inktape-badge inktape-connection" data-state={state} data-tone={dot ? undefined : "warn"}>
      {dot ? <span className="inktape-dot" style={{ "--dot": dot } as CSSProperties} /> : <StateIcon state={state} />}
      <span>
        {messages.connection[state]}
        {hint !== "" && <small> {hint}</small>}
      </span>
      {state === "offline" && <Button label={messages.tryAgain} icon={<RefreshCw />} onClick={onTryAgain} />}
    </div>
  );
}

/** What to say of a connection beyond its state: why, and what becomes of what is drawn. */
export function connectionHint(
  { state, error, pending }: ConnectionStatus,
  messages: Messages,
  canDraw: boolean,
): string {
  if (state === "denied") return error?.message ?? "";
  if (!canDraw && pending === 0) return "";
  if (state !== "offline" && state !== "suspended") return "";
  return pending > 0 ? `${messages.offlineHint} ${messages.pending(pending)}.` : messages.offlineHint;
}

function StateIcon({ state }: { readonly state: ConnectionState }) {
  return state === "denied" ? <LockKeyhole /> : <CloudOff />;
}
