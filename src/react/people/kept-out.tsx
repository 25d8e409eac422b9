import type { RoomClient } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useBoard } from "../use-board.js";
import { type SeenNames, shortId } from "./seen-names.js";

const NOBODY = {};

export interface KeptOutProps {
  readonly client: RoomClient;
  /** Who has been here; of others the room knows the app's ids only. */
  readonly names: SeenNames;
}

/** The users whom an admin keeps out, and the way back in. */
export function KeptOut({ client, names }: KeptOutProps) {
  const messages = useMessages();
  const access = useBoard(client, (board) => board.access) ?? NOBODY;
  const users = Object.entries(access).flatMap(([user, allowed]) => (allowed === "none" ? [user] : []));
  if (users.length === 0) return null;
  const nameOf = (user: string) => (Object.hasOwn(names, user) && names[user]) || messages.neverSeen(shortId(user));
  return (
    <>
      <h3>{messages.keptOut}</h3>
      <ul>
        {users.map((user) => (
          <li key={user} className="inktape-member">
            <div className="inktape-member-name">
              <strong>{nameOf(user)}</strong>
            </div>
            <Button
              label={messages.letIn(nameOf(user))}
              onClick={() => client.send([{ type: "access.set", user, access: undefined }])}
            >
              {messages.letInAgain}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
