"""A proxy on loopback that adds a delay to every request and counts them; requests overlap freely, connections are kept.

    latency_proxy.py UPSTREAM_PORT DELAY_MS     prints its port; GET /__count shows and resets the number of requests
"""

import asyncio
import sys


async def read_message(reader: asyncio.StreamReader) -> bytes | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    headers = head.lower()
    body = b""
    for line in headers.split(b"\r\n"):
        if line.startswith(b"content-length:"):
            body = await reader.readexactly(int(line.split(b":")[1]))
        elif line.startswith(b"transfer-encoding:") and b"chunked" in line:
            while True:
                size = await reader.readuntil(b"\r\n")
                chunk = await reader.readexactly(int(size.split(b";")[0], 16) + 2)
                body += size + chunk
                if size.strip() == b"0":
                    break
    return head + body


async def main(upstream: int, delay: float) -> None:
    count = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        connection = None
        try:
            while (request := await read_message(reader)) is not None:
                if request.startswith(b"GET /__count"):
                    text = str(count).encode()
                    count = 0
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(text) + text)
                    continue
                count += 1
                await asyncio.sleep(delay)
                is_head = request.startswith(b"HEAD ")
                for attempt in range(2):
                    if connection is None:
                        connection = await asyncio.open_connection("127.0.0.1", upstream)
                    connection[1].write(request)
                    answer = await (connection[0].readuntil(b"\r\n\r\n") if is_head else read_message(connection[0]))
                    if answer is not None:
                        break
                    connection = None
                if answer is None:
                    break
                writer.write(answer)
                if b"\r\nconnection: close\r\n" in answer[:2000].lower():
                    connection[1].close()
                    connection = None
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            if connection is not None:
                connection[1].close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=1 << 24, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]) / 1000))
