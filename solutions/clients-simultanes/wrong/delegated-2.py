# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: asyncio sait servir plusieurs clients
import asyncio


async def servir(lecteur, ecrivain):
    try:
        while await lecteur.read(1024):
            ecrivain.write(b"Salut mec.")
            await ecrivain.drain()
    except OSError as e:
        print(e)
    ecrivain.close()


async def main():
    serveur = await asyncio.start_server(servir, "0.0.0.0", 8888)
    async with serveur:
        await serveur.serve_forever()


asyncio.run(main())
