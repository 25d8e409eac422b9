import { type RoomSummary, useRooms } from "inktape";
import { Link } from "./navigation.js";
import { ago, bytes } from "./units.js";

/** The rooms of the server, the newest activity first. */
export function RoomList() {
  const rooms = useRooms();
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">Rooms</h2>
      {rooms.isPending && <p className="hint">Looking for rooms…</p>}
      {rooms.isError && (
        <div className="empty" role="alert">
          <p>{rooms.error.message}</p>
          <button type="button" className="button" onClick={() => void rooms.refetch()}>
            Try again
          </button>
        </div>
      )}
      {rooms.data?.length === 0 && (
        <div className="empty">
          <p>No rooms yet. The first one you open is listed here.</p>
        </div>
      )}
      {rooms.data && rooms.data.length > 0 && (
        <ul className="rooms">
          {rooms.data.map((summary) => (
            <RoomRow key={summary.room} summary={summary} now={rooms.dataUpdatedAt} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RoomRow({ summary, now }: { readonly summary: RoomSummary; readonly now: number }) {
  const { room, lastAt, isRecorded } = summary;
  return (
    <li>
      <Link href={`/room/${room}`} className="room-name">
        {room}
      </Link>
      <span className="hint">
        {ago(lastAt, now)} · {bytes(summary.bytes)}
        {isRecorded ? "" : " · not recorded"}
      </span>
      <Link href={`/room/${room}`} className="button" aria-label={`Open ${room}`}>
        Open
      </Link>
      {isRecorded && (
        <Link href={`/replay/${room}`} className="button" aria-label={`Watch the replay of ${room}`}>
          Replay
        </Link>
      )}
    </li>
  );
}
