# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: asyncio, c'est plus moderne que socket
import asyncio


async def gerer(lecteur, ecrivain):
    print("Connected by", ecrivain.get_extra_info("peername"))
    while True:
        data = await lecteur.read(1024)
        if not data:
            break
        print(data)
        ecrivain.write(b"Salut mec.")
        await ecrivain.drain()
    ecrivain.close()


async def main():
    serveur = await asyncio.start_server(gerer, "0.0.0.0", 8888)
    async with serveur:
        await serveur.serve_forever()


asyncio.run(main())
