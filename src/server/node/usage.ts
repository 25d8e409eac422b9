/** How the command is used. */
export const USAGE = `Usage: inktape <command>

  serve [--port 4280] [--host 127.0.0.1] [--data ./data] [--quiet 30] [--secret S | --jwks URL] [--origins O,O] [--proxied]
        [--tls-cert FILE --tls-key FILE] [--metrics-port N] [--log-level info] [--drain 10] [--sync full]
        [--keep-days D] [--keep-bytes B] [--webhook URL --webhook-secret S]
      Serves rooms; without any command too. Without a secret it serves this machine alone.
  token --secret S --room R [--role reader] [--user U] [--name N] [--expires 1h] [--record] [--no-replay]
      Prints a token that lets its bearer in.
  export --room R [--data ./data | --url http://host:port [--token T]] [--from T] [--to T] out.inktape
      Writes the tape of a room into a file; of a store while a server runs on it, or of a server anywhere.
  import file.inktape --room R [--data ./data]
      Makes a room of a tape, in a store on which no server runs. The room goes on where the tape ends.
  inspect file.inktape
      Says what is on a tape, and whether it is sound.
  trim [--from T] [--to T] in.inktape out.inktape
      Makes a tape of a stretch of time: the board right before it, what happened in it, and nothing else.
  verify file.inktape
      Reads a whole tape and says what is wrong with it.

  --port  the port to listen on; 0 takes any free one
  --host  the address to listen on; 0.0.0.0 lets other machines in
  --data  the folder that the rooms are stored in
  --quiet seconds in which nothing happens before a stretch of a recording is closed and packed
  --secret
          what tokens are signed with: at least 32 bytes that nobody can guess, as from "openssl rand -hex 32"
  --jwks  the address of the public keys of who makes the tokens, a JSON Web Key Set
  --origins
          pages of other servers that may connect, like https://app.example.org
  --proxied
          a proxy stands in front: where somebody comes from is what its X-Forwarded-For says
  --tls-cert, --tls-key
          files of a certificate and its key: then it speaks HTTPS. They are read again on SIGHUP
  --metrics-port
          a second port, for this machine alone, with /metrics for Prometheus; 0 takes any free one
  --log-level
          how much is logged: fatal, error, warn, info, debug, trace or silent
  --drain seconds in which a server that stops may finish what it has begun
  --sync  full: what is stored survives a power cut before anybody is told of it; normal: it survives a crash of the
          server, and a power cut may take the last moments
  --keep-days, --keep-bytes
          what of a recording is older, or too much for one room, is deleted; bytes also like 500M or 2G
  --webhook, --webhook-secret
          an address that is told what happens to rooms, and 24 to 64 random bytes in base64 that its messages are signed
          with, as from "openssl rand -base64 32"
  --room  a room; for a token also a pattern in which * stands for any letters
  --role  the most that the bearer may do: reader, writer or admin
  --expires
          how long a token is good: seconds, or like 90s, 30m, 8h, 7d
  --record, --no-replay
          the bearer may ask for recording; may not read recordings
  --from, --to
          times, both included: like 2026-11-22T08:00Z, or milliseconds since 1970

Every option may come from the environment too: --port as INKTAPE_PORT, --secret as INKTAPE_SECRET.`;
