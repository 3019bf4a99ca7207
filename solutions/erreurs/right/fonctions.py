# labo: juste
# dit: une fonction, une exception maison, et sys.exit avec un texte
import socket
import sys


class Echec(Exception):
    pass


def demander(hote: str, port: int, delai: float = 3.0) -> bytes:
    try:
        with socket.create_connection((hote, port), timeout=delai) as s:
            s.sendall(b"SALUT MEC")
            morceaux = []
            while data := s.recv(4096):
                morceaux.append(data)
    except OSError as e:
        raise Echec(f"{hote}:{port} : {e}") from e
    reponse = b"".join(morceaux)
    if not reponse.endswith(b"\n"):
        raise Echec(f"{hote}:{port} : réponse incomplète ({reponse!r})")
    return reponse


def main() -> None:
    try:
        print(demander(sys.argv[1], int(sys.argv[2])).decode())
    except Echec as e:
        sys.exit(f"Échec : {e}")


if __name__ == "__main__":
    main()
