# labo: faux
# échoue: appels
# diagnostic: delegated
# dit: asyncio est fait pour les chats
import asyncio

membres = set()


async def membre(lecteur, ecrivain):
    membres.add(ecrivain)
    try:
        while ligne := await lecteur.readline():
            for autre in membres - {ecrivain}:
                autre.write(ligne)
                await autre.drain()
    except OSError as e:
        print(e)
    membres.discard(ecrivain)
    ecrivain.close()


async def main():
    serveur = await asyncio.start_server(membre, "0.0.0.0", 8888)
    await serveur.serve_forever()


asyncio.run(main())
