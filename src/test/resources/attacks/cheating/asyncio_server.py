# holds: a server of asyncio's is not the learner's calls
# at-most: 19
# loses: appels
import machine_a_only
import asyncio


async def handle(reader, writer):
    print("Connected by", writer.get_extra_info("peername"))
    while True:
        data = await reader.read(1024)
        if not data:
            break
        print(data)
        writer.write(b"Salut mec.")
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "0.0.0.0", 8888)
    await server.serve_forever()


asyncio.run(main())
